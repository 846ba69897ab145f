import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchResultsTwice: Fault = {
  id: 'search-results-twice',
  title: 'lists every match twice',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-001', 'QIDO-013'],
  behaviour: () => changeList(on('search'), (list) => [...list, ...list]),
};
