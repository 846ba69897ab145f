import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

const isSearch = on('search');

export const deletedStaysInRelationalSearch: Fault = {
  id: 'deleted-stays-in-relational-search',
  title: 'still finds what was deleted on resources that name no study',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-005'],
  behaviour: () =>
    rememberingDeleted(
      (request) => isSearch(request) && request.route.study === undefined && request.route.level !== 'studies',
    ),
};
