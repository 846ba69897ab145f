import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite, setText } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const seriesNumberChanged: Fault = {
  id: 'series-number-changed',
  title: 'returns another Series Number',
  operations: ['T04', 'T05', 'T07', 'T09'],
  requirements: ['STOW-024', 'STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, { dataSet: (elements) => setText(elements, '00200011', '99') }),
    ),
};
