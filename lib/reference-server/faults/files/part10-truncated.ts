import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10Truncated: Fault = {
  id: 'part10-truncated',
  title: 'cuts the last hundred bytes off files',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => damage(bytes, (copy) => copy.subarray(0, copy.length - 100))),
};
