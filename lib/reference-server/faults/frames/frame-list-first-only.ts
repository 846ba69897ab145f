import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameListFirstOnly: Fault = {
  id: 'frame-list-first-only',
  title: 'sends only the first frame of a list',
  operations: [],
  requirements: ['WADO-RS-042'],
  behaviour: () => changeParts(on('frames'), (parts) => parts.slice(0, 1)),
};
