import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10TrailingBytes: Fault = {
  id: 'part10-trailing-bytes',
  title: 'sends bytes behind the last element of files',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => damage(bytes, (copy) => Buffer.concat([copy, Buffer.from('left over')]))),
};
