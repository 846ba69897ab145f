import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const pixelsBlank: Fault = {
  id: 'pixels-blank',
  title: 'retrieves instances with black pictures',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () => changePayloads(on('retrieve'), (bytes) => damagePixels(bytes, (pixels) => pixels.fill(0))),
};
