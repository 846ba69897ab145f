import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteInstanceRemovesSeries: Fault = {
  id: 'delete-instance-removes-series',
  title: 'removes the whole series where an instance was named',
  operations: ['T18'],
  requirements: ['DELETE-002'],
  behaviour: () =>
    changeRequest(on('delete', 'instances'), ({ route: { instance: _, ...route }, ...request }) => ({
      ...request,
      route,
    })),
};
