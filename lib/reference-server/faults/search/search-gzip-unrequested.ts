import { gzipSync } from 'node:zlib';
import { changeReply, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchGzipUnrequested: Fault = {
  id: 'search-gzip-unrequested',
  title: 'compresses search results for a client that does not accept gzip',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['COMMON-019'],
  behaviour: () =>
    changeReply(on('search'), (reply, request) =>
      /gzip|\*/.test(String(request.headers['accept-encoding'] ?? ''))
        ? reply
        : {
            ...reply,
            headers: [...reply.headers, ['Content-Encoding', 'gzip']],
            body: [gzipSync(Buffer.concat(reply.body))],
          },
    ),
};
