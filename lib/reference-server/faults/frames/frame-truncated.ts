import { changePayloads, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameTruncated: Fault = {
  id: 'frame-truncated',
  title: 'cuts the last row off a frame',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () => changePayloads(on('frames'), (bytes) => bytes.subarray(0, bytes.length - 100)),
};
