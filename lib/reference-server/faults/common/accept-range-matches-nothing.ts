import { changeAccept } from '../../changes/accept.ts';
import type { Fault } from '../fault.ts';

export const acceptRangeMatchesNothing: Fault = {
  id: 'accept-range-matches-nothing',
  title: 'takes application/* for a type that it does not have',
  operations: ['accept'],
  requirements: ['COMMON-014'],
  behaviour: () => changeAccept((accept) => accept.replaceAll('application/*', 'application/none')),
};
