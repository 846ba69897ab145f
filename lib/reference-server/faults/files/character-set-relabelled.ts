import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite, setText } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const characterSetRelabelled: Fault = {
  id: 'character-set-relabelled',
  title: 'names another Specific Character Set than the text is written in',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, { dataSet: (elements) => setText(elements, '00080005', 'ISO_IR 100') }),
    ),
};
