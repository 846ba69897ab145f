import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteInstanceRemovesStudy: Fault = {
  id: 'delete-instance-removes-study',
  title: 'removes the whole study where an instance was named',
  operations: ['T18'],
  requirements: ['DELETE-002'],
  behaviour: () =>
    changeRequest(on('delete', 'instances'), ({ route: { instance: _, series: __, ...route }, ...request }) => ({
      ...request,
      route,
    })),
};
