import { attributesOf } from '../attributes-of.ts';
import type { Answer } from '../message.ts';
import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

const NOTHING: Answer = {
  status: 200,
  headers: [],
  content: { kind: 'json', mediaType: 'application/dicom+json', value: [] },
};

/** An unknown value matches any (PS3.4 §C.2.2.1.2), the grammar of a key wants a value (PS3.18 §8.3.4.1). */
export const keysTakenOtherwise: OddServer = {
  id: 'keys-taken-otherwise',
  title: 'matches on more keys than it has to, finds what has no value by any, and refuses a key without value',
  behaviour: () => ({
    async handle(request, archive, next) {
      if (request.route.operation !== 'search') return next(request, archive);
      if (request.query.some(([, value]) => value === '')) return textAnswer(400, 'a key has no value');
      if (request.query.some(([name]) => name === '00081060')) return NOTHING;
      const isUnknown = archive.select().every((one) => !attributesOf(one)['00080050']?.Value);
      const query = request.query.filter(([name]) => name !== 'AccessionNumber' || !isUnknown);
      return next({ ...request, query }, archive);
    },
  }),
};
