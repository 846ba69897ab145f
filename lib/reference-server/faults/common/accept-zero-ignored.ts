import { changeAccept } from '../../changes/accept.ts';
import type { Fault } from '../fault.ts';

export const acceptZeroIgnored: Fault = {
  id: 'accept-zero-ignored',
  title: 'sends a type that the client rates with 0',
  operations: ['accept'],
  requirements: ['COMMON-013'],
  behaviour: () => changeAccept((accept) => accept.replaceAll(/;\s*q=0(?![.\d])/g, '')),
};
