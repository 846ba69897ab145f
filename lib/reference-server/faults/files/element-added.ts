import { memorySource } from '../../../bytes/byte-source.ts';
import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const elementAdded: Fault = {
  id: 'element-added',
  title: 'adds Institution Name to retrieved instances',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-024', 'STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          elements.set('00080080', {
            tag: '00080080',
            vr: 'LO',
            offset: 0,
            value: memorySource(Buffer.from('Archive ')),
          });
        },
      }),
    ),
};
