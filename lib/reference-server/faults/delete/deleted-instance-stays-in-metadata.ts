import { on } from '../../changes/answers.ts';
import { keepingDeleted } from '../../changes/keeping-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedInstanceStaysInMetadata: Fault = {
  id: 'deleted-instance-stays-in-metadata',
  title: 'still describes a deleted instance in the metadata of its study',
  operations: ['T18', 'T19'],
  requirements: ['DELETE-005'],
  behaviour: () => keepingDeleted(on('metadata', 'studies')),
};
