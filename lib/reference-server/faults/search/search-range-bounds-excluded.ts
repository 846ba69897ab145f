import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

/** A date range without its first and last day. */
function narrowed(value: string): string {
  const shift = (date: string, by: number): string => (date === '' ? '' : String(Number(date) + by));
  const [, from, to] = /^(\d{8}|)-(\d{8}|)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? value : `${shift(from, 1)}-${shift(to, -1)}`;
}

export const searchRangeBoundsExcluded: Fault = {
  id: 'search-range-bounds-excluded',
  title: 'leaves the bounds out of date ranges',
  operations: ['date-range'],
  requirements: ['QIDO-045'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, narrowed(value)] as const),
    })),
};
