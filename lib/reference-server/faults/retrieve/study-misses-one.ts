import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studyMissesOne: Fault = {
  id: 'study-misses-one',
  title: 'leaves an instance out of a retrieved study',
  operations: ['T04'],
  requirements: ['WADO-RS-004'],
  behaviour: () => changeParts(on('retrieve', 'studies'), (parts) => parts.slice(1)),
};
