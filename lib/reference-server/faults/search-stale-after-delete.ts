import type { Fault } from './fault.ts';
import { rememberingDeleted } from './remembering-deleted.ts';

export const searchStaleAfterDelete: Fault = {
  id: 'search-stale-after-delete',
  title: 'still finds what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-005'],
  behaviour: () => rememberingDeleted(['search']),
};
