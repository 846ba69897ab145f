import { changePayloads, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameBitFlipped: Fault = {
  id: 'frame-bit-flipped',
  title: 'flips one bit of a retrieved frame',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () =>
    changePayloads(on('frames'), (bytes) => {
      const copy = Buffer.from(bytes);
      copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0x80;
      return copy;
    }),
};
