import { gzipSync } from 'node:zlib';
import { changeReply, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bulkdataGzipUnrequested: Fault = {
  id: 'bulkdata-gzip-unrequested',
  title: 'compresses bulk data for a client that does not accept gzip',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-019'],
  behaviour: () =>
    changeReply(on('bulkdata'), ({ headers, body, ...reply }) => ({
      ...reply,
      headers: [...headers, ['Content-Encoding', 'gzip']],
      body: [gzipSync(Buffer.concat(body), { level: 1 })],
    })),
};
