import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameSentTwice: Fault = {
  id: 'frame-sent-twice',
  title: 'sends the asked for frame in two parts',
  operations: ['T11'],
  requirements: ['WADO-RS-040'],
  behaviour: () => changeParts(on('frames'), (parts) => [...parts, ...parts]),
};
