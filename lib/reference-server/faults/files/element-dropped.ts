import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const elementDropped: Fault = {
  id: 'element-dropped',
  title: 'drops Patient Sex from retrieved instances',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => rewrite(bytes, { dataSet: (elements) => elements.delete('00100040') })),
};
