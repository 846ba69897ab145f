import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const pixelsCoarsened: Fault = {
  id: 'pixels-coarsened',
  title: 'drops the lowest bits of the pixels of retrieved instances, as a lossy codec may',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damagePixels(bytes, (pixels) =>
        pixels.forEach((value, at) => {
          pixels[at] = value & 0xfc;
        }),
      ),
    ),
};
