import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

const isDelete = on('delete');

export const deletedInstancesRemainBelow: Fault = {
  id: 'deleted-instances-remain-below',
  title: 'still describes each instance of a deleted series or study under its own path',
  operations: ['T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-005'],
  behaviour: () =>
    rememberingDeleted(
      on('metadata', 'instances'),
      (request) => isDelete(request) && request.route.level !== 'instances',
    ),
};
