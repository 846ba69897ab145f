import { on } from '../../changes/answers.ts';
import { keepingDeleted } from '../../changes/keeping-deleted.ts';
import type { Fault } from '../fault.ts';

const isSearch = on('search', 'instances');

export const deletedInstanceStaysListed: Fault = {
  id: 'deleted-instance-stays-listed',
  title: 'still lists a deleted instance among those of its series, but does not find it by its UID',
  operations: ['T18'],
  requirements: ['DELETE-005'],
  behaviour: () => keepingDeleted((request) => isSearch(request) && request.query.length === 0),
};
