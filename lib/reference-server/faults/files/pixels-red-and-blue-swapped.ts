import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const pixelsRedAndBlueSwapped: Fault = {
  id: 'pixels-red-and-blue-swapped',
  title: 'swaps red and blue in retrieved instances',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damagePixels(bytes, (pixels) => {
        for (let at = 0; at + 3 <= pixels.length; at += 3) pixels.subarray(at, at + 3).reverse();
      }),
    ),
};
