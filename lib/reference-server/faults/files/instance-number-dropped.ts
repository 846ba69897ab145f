import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const instanceNumberDropped: Fault = {
  id: 'instance-number-dropped',
  title: 'returns instances without Instance Number',
  operations: ['T04', 'T05', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => rewrite(bytes, { dataSet: (elements) => elements.delete('00200013') })),
};
