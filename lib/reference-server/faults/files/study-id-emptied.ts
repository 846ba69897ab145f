import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite, setText } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const studyIdEmptied: Fault = {
  id: 'study-id-emptied',
  title: 'returns instances with an empty Study ID',
  operations: ['T04', 'T05', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, { dataSet: (elements) => setText(elements, '00200010', '') }),
    ),
};
