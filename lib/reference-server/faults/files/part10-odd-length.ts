import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10OddLength: Fault = {
  id: 'part10-odd-length',
  title: 'writes a value of odd length without its padding',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      damage(bytes, (copy, { fileMetaEnd }) => {
        const element = Buffer.from('080005004353', 'hex');
        const at = copy.indexOf(element, fileMetaEnd);
        if (at < 0) return copy;
        const length = copy.readUInt16LE(at + 6);
        copy.writeUInt16LE(length - 1, at + 6);
        return Buffer.concat([copy.subarray(0, at + 8 + length - 1), copy.subarray(at + 8 + length)]);
      }),
    ),
};
