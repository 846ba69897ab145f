import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

/** What becomes of a range of dates or times: of a closed one, or of one that is open to a side. */
const READINGS = [
  ['upper-bound', 'takes no notice of the end of a range', (from: string) => `${from}-`, isClosed],
  ['lower-bound', 'takes no notice of the start of a range', (_: string, to: string) => `-${to}`, isClosed],
  [
    'all-but-start',
    'takes a range without end for its start',
    (from: string) => from,
    (_: string, to: string) => to === '',
  ],
  ['open-start', 'takes a range without start for no key', () => '', (from: string) => from === ''],
  ['open-end', 'takes a range without end for no key', () => '', (_: string, to: string) => to === ''],
] as const satisfies readonly (readonly [
  string,
  string,
  (from: string, to: string) => string,
  (from: string, to: string) => boolean,
])[];

function isClosed(from: string, to: string): boolean {
  return from !== '' && to !== '';
}

/** One fault for each part of a range that a search may leave out of account. */
export const searchRangeHalfRead: readonly Fault[] = READINGS.map(([name, title, read, isMet]) => ({
  id: `search-ignores-${name}`,
  title,
  operations: ['date-range', 'time-range'],
  requirements: ['QIDO-045', 'QIDO-046'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => {
        const [, from, to] = /^(\d{6,8}|)-(\d{6,8}|)$/.exec(value) ?? [];
        const isRange = from !== undefined && to !== undefined && value !== '-';
        return [name, isRange && isMet(from, to) ? read(from, to) : value] as const;
      }),
    })),
}));
