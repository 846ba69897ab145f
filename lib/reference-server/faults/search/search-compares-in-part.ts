import { comparingUids } from '../../changes/comparing-uids.ts';
import type { Fault } from '../fault.ts';

export const searchComparesInPart: Fault = {
  id: 'search-compares-in-part',
  title: 'keeps forty characters of a UID, and finds it by whatever begins with them',
  operations: ['T13', 'T15', 'T17'],
  requirements: ['QIDO-011', 'QIDO-013'],
  behaviour: () => comparingUids((stored, asked) => asked.startsWith(stored.slice(0, 40))),
};
