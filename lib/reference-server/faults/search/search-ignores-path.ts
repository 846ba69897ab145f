import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresPath: Fault = {
  id: 'search-ignores-path',
  title: 'searches the whole archive whatever study or series the path names',
  operations: ['T14', 'T16', 'T17'],
  requirements: ['QIDO-001', 'QIDO-002'],
  behaviour: () =>
    changeRequest(on('search'), ({ route: { study: _, series: __, ...route }, ...request }) => ({ ...request, route })),
};
