import { comparingUids } from '../../changes/comparing-uids.ts';
import type { Fault } from '../fault.ts';

export const searchComparesBeginnings: Fault = {
  id: 'search-compares-beginnings',
  title: 'finds what begins with the UID that is searched for',
  operations: ['T12', 'T14', 'T16'],
  requirements: ['QIDO-010', 'QIDO-011', 'QIDO-013'],
  behaviour: () => comparingUids((stored, asked) => stored.startsWith(asked)),
};
