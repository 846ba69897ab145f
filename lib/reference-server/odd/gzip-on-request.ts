import { gzipSync } from 'node:zlib';
import { changeReply } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** A content coding that is accepted and announced is fine (RFC 9110 §8.4, §12.5.3). */
export const gzipOnRequest: OddServer = {
  id: 'gzip-on-request',
  title: 'compresses what a client accepts in gzip',
  behaviour: () =>
    changeReply(
      ({ headers }) => /\bgzip\b(?!;\s*q=0(\.0*)?($|,))/.test(String(headers['accept-encoding'] ?? '')),
      (reply) => ({
        ...reply,
        headers: [...reply.headers, ['Content-Encoding', 'gzip'], ['Vary', 'Accept-Encoding']],
        body: [gzipSync(Buffer.concat(reply.body))],
      }),
    ),
};
