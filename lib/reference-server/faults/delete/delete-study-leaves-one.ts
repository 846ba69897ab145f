import { leavingOne } from '../../changes/leaving-one.ts';
import type { Fault } from '../fault.ts';

export const deleteStudyLeavesOne: Fault = {
  id: 'delete-study-leaves-one',
  title: 'leaves an instance of a deleted study behind',
  operations: ['T20'],
  requirements: ['DELETE-001'],
  behaviour: () => leavingOne('studies'),
};
