import { changeReply, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchCodingUntrue: Fault = {
  id: 'search-coding-untrue',
  title: 'names gzip in the Content-Encoding of search results that are not compressed',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['COMMON-019'],
  behaviour: () =>
    changeReply(on('search'), (reply) => ({ ...reply, headers: [...reply.headers, ['Content-Encoding', 'gzip']] })),
};
