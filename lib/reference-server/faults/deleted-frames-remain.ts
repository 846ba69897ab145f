import type { Fault } from './fault.ts';
import { rememberingDeleted } from './remembering-deleted.ts';

export const deletedFramesRemain: Fault = {
  id: 'deleted-frames-remain',
  title: 'still answers frames of what was deleted',
  operations: [],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(['frames', 'bulkdata', 'rendered']),
};
