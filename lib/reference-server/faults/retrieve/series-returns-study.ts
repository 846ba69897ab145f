import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const seriesReturnsStudy: Fault = {
  id: 'series-returns-study',
  title: 'sends the whole study where a series was asked for',
  operations: ['T07'],
  requirements: ['WADO-RS-004', 'WADO-RS-002'],
  behaviour: () =>
    changeRequest(on('retrieve', 'series'), ({ route: { series: _, ...route }, ...request }) => ({
      ...request,
      route,
    })),
};
