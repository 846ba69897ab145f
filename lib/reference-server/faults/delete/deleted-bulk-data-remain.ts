import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedBulkDataRemain: Fault = {
  id: 'deleted-bulk-data-remain',
  title: 'still answers bulk data of a deleted instance',
  operations: ['T18'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(on('bulkdata')),
};
