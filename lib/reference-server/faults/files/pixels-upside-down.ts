import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const pixelsUpsideDown: Fault = {
  id: 'pixels-upside-down',
  title: 'turns the pictures of retrieved instances by half a circle',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () => changePayloads(on('retrieve'), (bytes) => damagePixels(bytes, (pixels) => pixels.reverse())),
};
