import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchEmptyObjectForNone: Fault = {
  id: 'search-empty-object-for-none',
  title: 'answers [{}] to a search without a match',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['QIDO-006'],
  behaviour: () => changeList(on('search'), (list) => (list.length === 0 ? [{}] : list)),
};
