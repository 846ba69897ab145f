import { gzipSync } from 'node:zlib';
import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataGzipUndeclared: Fault = {
  id: 'metadata-gzip-undeclared',
  title: 'compresses metadata without saying so in Content-Encoding',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-019', 'JSON-001'],
  behaviour: () => changeBody(on('metadata'), (body) => gzipSync(body)),
};
