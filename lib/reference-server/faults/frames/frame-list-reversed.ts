import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameListReversed: Fault = {
  id: 'frame-list-reversed',
  title: 'sends the frames of a list in reverse order',
  operations: [],
  requirements: ['WADO-RS-042'],
  behaviour: () => changeParts(on('frames'), (parts) => [...parts].reverse()),
};
