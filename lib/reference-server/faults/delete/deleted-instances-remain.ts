import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedInstancesRemain: Fault = {
  id: 'deleted-instances-remain',
  title: 'still retrieves what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-005'],
  behaviour: () => rememberingDeleted(on('retrieve')),
};
