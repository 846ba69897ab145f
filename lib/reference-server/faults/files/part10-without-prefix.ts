import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10WithoutPrefix: Fault = {
  id: 'part10-without-prefix',
  title: 'sends files without the DICM prefix',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damage(bytes, (copy) => Buffer.concat([copy.subarray(0, 128), copy.subarray(132)])),
    ),
};
