import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studyHasOneTwice: Fault = {
  id: 'study-has-one-twice',
  title: 'sends an instance of a retrieved study twice',
  operations: ['T04'],
  requirements: ['WADO-RS-004'],
  behaviour: () => changeParts(on('retrieve', 'studies'), (parts) => [...parts, ...parts.slice(0, 1)]),
};
