import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchAnswers206: Fault = {
  id: 'search-answers-206',
  title: 'answers 206 to a search',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['COMMON-030', 'QIDO-068'],
  behaviour: () => changeStatus(on('search'), 200, 206),
};
