import { changePayloads, on } from '../../changes/answers.ts';
import { damage } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10WithoutFileMeta: Fault = {
  id: 'part10-without-file-meta',
  title: 'sends the bare data set without preamble and file meta information',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => damage(bytes, (copy, { fileMetaEnd }) => copy.subarray(fileMetaEnd))),
};
