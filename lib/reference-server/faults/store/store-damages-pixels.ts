import { damagePixels } from '../../changes/files.ts';
import { changeStored } from '../../changes/stored.ts';
import type { Fault } from '../fault.ts';

export const storeDamagesPixels: Fault = {
  id: 'store-damages-pixels',
  title: 'keeps instances with a bit of the pixel data flipped',
  operations: ['T04', 'T07', 'T09', 'T11'],
  requirements: ['STOW-032', 'WADO-RS-045'],
  behaviour: () =>
    changeStored((bytes) =>
      damagePixels(bytes, (pixels) => {
        pixels[0] = (pixels[0] ?? 0) ^ 1;
      }),
    ),
};
