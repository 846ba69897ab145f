import { on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Fault } from '../fault.ts';

export const searchStaleAfterDelete: Fault = {
  id: 'search-stale-after-delete',
  title: 'still finds what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(on('search')),
};
