import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedPicturesRemain: Fault = {
  id: 'deleted-pictures-remain',
  title: 'still renders what was deleted, out of a cache',
  operations: ['rendered', 'T18'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(on('rendered')),
};
