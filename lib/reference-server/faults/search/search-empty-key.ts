import { type Answer, type Request, textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const NOTHING: Answer = {
  status: 200,
  headers: [],
  content: { kind: 'json', mediaType: 'application/dicom+json', value: [] },
};

/** What is answered to a key without value: name in the fault's id, title, answer. */
const ANSWERS = [
  ['finds-nothing', 'finds nothing by a key without value', NOTHING],
  ['answers-500', 'answers 500 to a key without value', textAnswer(500, 'no value')],
] as const;

function hasEmptyKey({ route, query }: Request): boolean {
  return route.operation === 'search' && query.some(([, value]) => value === '');
}

/** One fault for each way in which a key without value ends a search. */
export const searchEmptyKey: readonly Fault[] = ANSWERS.map(([name, title, answer]) => ({
  id: `search-empty-key-${name}`,
  title,
  operations: ['tolerated-keys'],
  requirements: ['QIDO-043'],
  behaviour: () => ({
    handle: async (request, archive, next) => (hasEmptyKey(request) ? answer : next(request, archive)),
  }),
}));
