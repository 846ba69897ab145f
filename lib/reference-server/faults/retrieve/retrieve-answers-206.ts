import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveAnswers206: Fault = {
  id: 'retrieve-answers-206',
  title: 'answers 206 to a retrieve without Range',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-030'],
  behaviour: () => changeStatus(on('retrieve'), 200, 206),
};
