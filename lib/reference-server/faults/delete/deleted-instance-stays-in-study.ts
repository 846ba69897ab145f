import { on } from '../../changes/answers.ts';
import { keepingDeleted } from '../../changes/keeping-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedInstanceStaysInStudy: Fault = {
  id: 'deleted-instance-stays-in-study',
  title: 'still sends a deleted instance with the rest of its study',
  operations: ['T18', 'T19'],
  requirements: ['DELETE-005', 'WADO-RS-004'],
  behaviour: () => keepingDeleted(on('retrieve', 'studies')),
};
