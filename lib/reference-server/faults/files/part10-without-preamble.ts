import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10WithoutPreamble: Fault = {
  id: 'part10-without-preamble',
  title: 'sends files without the preamble of 128 bytes',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () => changePayloads(on('retrieve'), (bytes) => damage(bytes, (copy) => copy.subarray(128))),
};
