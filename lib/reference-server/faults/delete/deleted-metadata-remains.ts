import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedMetadataRemains: Fault = {
  id: 'deleted-metadata-remains',
  title: 'still answers metadata of what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(on('metadata')),
};
