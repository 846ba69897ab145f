import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresAllButLastKey: Fault = {
  id: 'search-ignores-all-but-last-key',
  title: 'matches on the last key alone',
  operations: ['several-keys'],
  requirements: ['QIDO-049'],
  behaviour: () => changeRequest(on('search'), (request) => ({ ...request, query: request.query.slice(-1) })),
};
