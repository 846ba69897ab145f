import { searchingIn } from '../../changes/searching-in.ts';
import type { Fault } from '../fault.ts';

export const searchStaleAfterStore: Fault = {
  id: 'search-stale-after-store',
  title: 'does not find the instance that was stored last',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['QIDO-065'],
  behaviour: () =>
    searchingIn((archive, latest) => {
      const copy = archive.copy();
      if (latest) copy.remove(latest);
      return copy;
    }),
};
