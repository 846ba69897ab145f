import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchAnswers500: Fault = {
  id: 'search-answers-500',
  title: 'answers 500 with the results in the body',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-001', 'QIDO-002', 'QIDO-068'],
  behaviour: () => changeStatus(on('search'), 200, 500),
};
