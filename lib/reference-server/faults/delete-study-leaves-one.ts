import type { Fault } from './fault.ts';
import { leavingOne } from './leaving-one.ts';

export const deleteStudyLeavesOne: Fault = {
  id: 'delete-study-leaves-one',
  title: 'leaves an instance of a deleted study behind',
  operations: ['T20'],
  requirements: ['DELETE-001'],
  behaviour: () => leavingOne('studies'),
};
