import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchFuzzyMatchingRefused: Fault = {
  id: 'search-fuzzy-matching-refused',
  title: 'answers 400 to fuzzymatching=true',
  operations: ['fuzzy-matching'],
  requirements: ['QIDO-054'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.query.some(([name, value]) => name === 'fuzzymatching' && value === 'true')
        ? textAnswer(400, 'not supported')
        : next(request, archive),
  }),
};
