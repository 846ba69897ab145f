import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10ElementsOutOfOrder: Fault = {
  id: 'part10-elements-out-of-order',
  title: 'writes Patient Name behind Patient ID',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damage(bytes, (copy, { fileMetaEnd }) => {
        const name = copy.indexOf(Buffer.from('10001000504e', 'hex'), fileMetaEnd);
        const id = copy.indexOf(Buffer.from('100020004c4f', 'hex'), fileMetaEnd);
        if (name < 0 || id < name) return copy;
        const end = id + 8 + copy.readUInt16LE(id + 6);
        return Buffer.concat([
          copy.subarray(0, name),
          copy.subarray(id, end),
          copy.subarray(name, id),
          copy.subarray(end),
        ]);
      }),
    ),
};
