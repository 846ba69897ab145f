import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

const isSearch = on('search');

export const deletedStudyStaysListedBelow: Fault = {
  id: 'deleted-study-stays-listed-below',
  title: 'still lists the series and instances of a deleted study below its path',
  operations: ['T20'],
  requirements: ['DELETE-005'],
  behaviour: () =>
    rememberingDeleted((request) => isSearch(request) && request.route.study !== undefined, on('delete', 'studies')),
};
