import { changeAccept } from '../../changes/accept.ts';
import type { Fault } from '../fault.ts';

export const acceptInCapitalsUnknown: Fault = {
  id: 'accept-in-capitals-unknown',
  title: 'takes a media type in capitals for one that it does not have',
  operations: ['accept'],
  requirements: ['COMMON-015'],
  behaviour: () => changeAccept((accept) => accept.replaceAll(/\b[A-Z]+\/[A-Z+]+\b/g, 'application/none')),
};
