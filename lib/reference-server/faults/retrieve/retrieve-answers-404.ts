import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const retrieveAnswers404: Fault = {
  id: 'retrieve-answers-404',
  title: 'answers 404 to a retrieve of what is there',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
  behaviour: () => changeAnswer(on('retrieve'), () => textAnswer(404, 'not found')),
};
