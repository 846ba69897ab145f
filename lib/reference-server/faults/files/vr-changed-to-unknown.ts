import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const vrChangedToUnknown: Fault = {
  id: 'vr-changed-to-unknown',
  title: 'writes Patient ID with VR UN',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          const element = elements.get('00100020');
          if (element) elements.set('00100020', { ...element, vr: 'UN' });
        },
      }),
    ),
};
