import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deleteAnswers404: Fault = {
  id: 'delete-answers-404',
  title: 'answers 404 to a delete that was done',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-003'],
  behaviour: () => changeAnswer(on('delete'), () => textAnswer(404, 'not found')),
};
