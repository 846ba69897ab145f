import { changeAccept } from '../../changes/accept.ts';
import type { Fault } from '../fault.ts';

export const acceptReadToFirstEntry: Fault = {
  id: 'accept-read-to-first-entry',
  title: 'takes notice of the first entry of Accept alone',
  operations: ['accept', 'choice-of-type'],
  requirements: ['COMMON-011'],
  behaviour: () => changeAccept((accept) => accept.replace(/,.*/, '')),
};
