import { changeReply, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const responseWithoutLength: Fault = {
  id: 'response-without-length',
  title: 'ends metadata by closing the connection, with neither Content-Length nor Transfer-Encoding',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-018'],
  behaviour: () => changeReply(on('metadata'), (reply) => ({ ...reply, framing: 'close' })),
};
