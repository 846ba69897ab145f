import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteSeriesRemovesStudy: Fault = {
  id: 'delete-series-removes-study',
  title: 'removes the whole study where a series was named',
  operations: ['T19'],
  requirements: ['DELETE-002'],
  behaviour: () =>
    changeRequest(on('delete', 'series'), ({ route: { series: _, ...route }, ...request }) => ({ ...request, route })),
};
