import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10GroupLengthWrong: Fault = {
  id: 'part10-group-length-wrong',
  title: 'counts the file meta information wrong',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damage(bytes, (copy) => {
        copy.writeUInt32LE(copy.readUInt32LE(140) + 8, 140);
        return copy;
      }),
    ),
};
