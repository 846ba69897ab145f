import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deleteAnswers500: Fault = {
  id: 'delete-answers-500',
  title: 'answers 500 to a delete that was done',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-003'],
  behaviour: () => changeAnswer(on('delete'), () => textAnswer(500, 'cannot delete')),
};
