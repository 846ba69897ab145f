import type { Fault } from './fault.ts';
import { leavingOne } from './leaving-one.ts';

export const deleteSeriesLeavesOne: Fault = {
  id: 'delete-series-leaves-one',
  title: 'leaves an instance of a deleted series behind',
  operations: ['T19'],
  requirements: ['DELETE-001'],
  behaviour: () => leavingOne('series'),
};
