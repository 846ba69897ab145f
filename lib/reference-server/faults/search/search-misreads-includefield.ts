import { changeRequest, on } from '../../changes/answers.ts';
import type { QueryParameter } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** What becomes of the values of includefield: name in the fault's id, what is not understood, how it is read. */
const READINGS = [
  ['tags', 'tags', (values: readonly string[]) => values.filter((value) => !/^[0-9a-f]{8}$/i.test(value))],
  ['lists', 'lists', (values: readonly string[]) => values.filter((value) => !value.includes(','))],
  ['repetitions', 'more than its first occurrence', (values: readonly string[]) => values.slice(0, 1)],
] as const;

/** One fault for each form of includefield that is not understood. */
export const searchMisreadsIncludefield: readonly Fault[] = READINGS.map(([name, what, read]) => ({
  id: `search-ignores-includefield-${name}`,
  title: `takes no notice of ${what} in includefield`,
  operations: ['include-field'],
  requirements: ['QIDO-031'],
  behaviour: () =>
    changeRequest(on('search'), (request) => {
      const others = request.query.filter(([field]) => field !== 'includefield');
      const values = request.query.flatMap(([field, value]) => (field === 'includefield' ? [value] : []));
      const included = read(values).map((value): QueryParameter => ['includefield', value]);
      return { ...request, query: [...others, ...included] };
    }),
}));
