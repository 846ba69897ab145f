import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchBadValueAnswers500: Fault = {
  id: 'search-bad-value-answers-500',
  title: 'answers 500 to parameter values that are none',
  operations: ['faulty-search'],
  requirements: ['COMMON-004', 'COMMON-029', 'QIDO-008'],
  behaviour: () => changeStatus(on('search'), 400, 500),
};
