import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10PixelsOfUnknownVr: Fault = {
  id: 'part10-pixels-of-unknown-vr',
  title: 'writes Pixel Data with VR UN',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          const element = elements.get('7FE00010');
          if (element) elements.set('7FE00010', { ...element, vr: 'UN' });
        },
      }),
    ),
};
