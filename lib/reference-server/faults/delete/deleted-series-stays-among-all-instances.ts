import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

const isSearch = on('search', 'instances');
const isDelete = on('delete');

export const deletedSeriesStaysAmongAllInstances: Fault = {
  id: 'deleted-series-stays-among-all-instances',
  title: 'still finds the instances of a deleted series among all instances',
  operations: ['T19'],
  requirements: ['DELETE-005'],
  behaviour: () =>
    rememberingDeleted(
      (request) => isSearch(request) && request.route.study === undefined,
      (request) => isDelete(request) && request.route.series !== undefined && request.route.instance === undefined,
    ),
};
