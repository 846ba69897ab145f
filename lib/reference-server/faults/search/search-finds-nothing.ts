import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchFindsNothing: Fault = {
  id: 'search-finds-nothing',
  title: 'answers every search with an empty list',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-001', 'QIDO-002'],
  behaviour: () => changeList(on('search'), () => []),
};
