import { leavingOne } from '../../changes/leaving-one.ts';
import type { Fault } from '../fault.ts';

export const deleteSeriesLeavesOne: Fault = {
  id: 'delete-series-leaves-one',
  title: 'leaves an instance of a deleted series behind',
  operations: ['T19'],
  requirements: ['DELETE-001'],
  behaviour: () => leavingOne('series'),
};
