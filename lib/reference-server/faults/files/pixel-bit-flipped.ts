import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const pixelBitFlipped: Fault = {
  id: 'pixel-bit-flipped',
  title: 'flips one bit of the pixel data of retrieved instances',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damagePixels(bytes, (pixels) => {
        const middle = pixels.length >> 1;
        pixels[middle] = (pixels[middle] ?? 0) ^ 1;
      }),
    ),
};
