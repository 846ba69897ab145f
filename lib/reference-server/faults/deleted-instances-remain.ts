import type { Fault } from './fault.ts';
import { rememberingDeleted } from './remembering-deleted.ts';

export const deletedInstancesRemain: Fault = {
  id: 'deleted-instances-remain',
  title: 'still retrieves what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-005'],
  behaviour: () => rememberingDeleted(['retrieve']),
};
