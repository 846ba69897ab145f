import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const instanceReturnsSeries: Fault = {
  id: 'instance-returns-series',
  title: 'sends the whole series where an instance was asked for',
  operations: ['T09'],
  requirements: ['WADO-RS-003', 'WADO-RS-004'],
  behaviour: () =>
    changeRequest(on('retrieve', 'instances'), ({ route: { instance: _, ...route }, ...request }) => ({
      ...request,
      route,
    })),
};
