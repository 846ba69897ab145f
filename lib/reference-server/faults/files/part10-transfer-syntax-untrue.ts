import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10TransferSyntaxUntrue: Fault = {
  id: 'part10-transfer-syntax-untrue',
  title: 'names JPEG Baseline in files with native pixels',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-021', 'WADO-RS-006'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => rewrite(bytes, { transferSyntax: '1.2.840.10008.1.2.4.50' })),
};
