import { isPrivate } from '../../dicom/dictionary.ts';
import { changePayloads, on } from './changes.ts';
import type { Fault } from './fault.ts';
import { rewrite } from './files.ts';

export const privateElementsDropped: Fault = {
  id: 'private-elements-dropped',
  title: 'drops private elements from retrieved instances',
  operations: [],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          for (const tag of [...elements.keys()]) if (isPrivate(tag)) elements.delete(tag);
        },
      }),
    ),
};
