import { changePayloads, on } from './changes.ts';
import type { Fault } from './fault.ts';
import { damagePixels } from './files.ts';

export const pixelsBlank: Fault = {
  id: 'pixels-blank',
  title: 'retrieves instances with black pictures',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () => changePayloads(on('retrieve'), (bytes) => damagePixels(bytes, (pixels) => pixels.fill(0))),
};
