import { textAnswer } from '../../message.ts';
import { MATCHING_KEYS } from '../../search/attributes.ts';
import type { Fault } from '../fault.ts';

const SUPPORTED = new Set(Object.values(MATCHING_KEYS).flat());

export const searchRefusesUnsupportedKey: Fault = {
  id: 'search-refuses-unsupported-key',
  title: 'answers 400 to an attribute that it does not match on',
  operations: ['tolerated-keys'],
  requirements: ['QIDO-051'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.query.some(([name]) => /^[0-9A-F]{8}$/.test(name) && !SUPPORTED.has(name))
        ? textAnswer(400, 'no such key')
        : next(request, archive),
  }),
};
