import { changePayloads, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Pixel data has even length (PS3.5 §8.1.1), so the value of a single frame may keep its pad byte. */
export const framePaddedToEven: OddServer = {
  id: 'frame-padded-to-even',
  title: 'pads an odd frame to an even number of bytes',
  behaviour: () =>
    changePayloads(on('frames'), (bytes) => (bytes.length % 2 === 1 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes)),
};
