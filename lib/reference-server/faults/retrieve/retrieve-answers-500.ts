import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveAnswers500: Fault = {
  id: 'retrieve-answers-500',
  title: 'answers 500 with the instances in the body',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
  behaviour: () => changeStatus(on('retrieve'), 200, 500),
};
