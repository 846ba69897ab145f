import { changeReply } from '../changes/answers.ts';
import { isMultipart } from './is-multipart.ts';
import type { OddServer } from './odd-server.ts';

/** Readers skip preamble and epilogue (RFC 2046 §5.1.1). */
export const preambleAndEpilogue: OddServer = {
  id: 'preamble-and-epilogue',
  title: 'puts text before the first delimiter and behind the last',
  behaviour: () =>
    changeReply(
      () => true,
      (reply) =>
        isMultipart(reply)
          ? {
              ...reply,
              body: [
                Buffer.from('This is a message in several parts.\r\n--\r\n\r\n'),
                ...reply.body,
                Buffer.from('\r\nThat was all of it.\r\n'),
              ],
            }
          : reply,
    ),
};
