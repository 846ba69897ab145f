import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedFramesRemain: Fault = {
  id: 'deleted-frames-remain',
  title: 'still answers frames of what was deleted',
  operations: ['T18'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(on(['frames', 'bulkdata', 'rendered'])),
};
