import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const emptyElementsDropped: Fault = {
  id: 'empty-elements-dropped',
  title: 'drops elements without a value from retrieved instances',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          for (const { tag, value, items } of [...elements.values()])
            if (value.length === 0 && !items) elements.delete(tag);
        },
      }),
    ),
};
