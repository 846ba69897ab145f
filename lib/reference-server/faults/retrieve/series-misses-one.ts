import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const seriesMissesOne: Fault = {
  id: 'series-misses-one',
  title: 'leaves an instance out of a retrieved series',
  operations: ['T07'],
  requirements: ['WADO-RS-004'],
  behaviour: () => changeParts(on('retrieve', 'series'), (parts) => parts.slice(1)),
};
