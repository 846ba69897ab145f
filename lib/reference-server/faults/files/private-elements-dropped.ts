import { isPrivate } from '../../../dicom/dictionary.ts';
import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

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
