import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const deletedInstanceStaysInSeries: Fault = {
  id: 'deleted-instance-stays-in-series',
  title: 'still retrieves and describes a deleted instance with its series',
  operations: ['T18'],
  requirements: ['DELETE-001', 'DELETE-005'],
  behaviour: () => rememberingDeleted(on(['retrieve', 'metadata'], 'series'), on('delete', 'instances')),
};
