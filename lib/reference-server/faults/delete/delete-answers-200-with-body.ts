import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deleteAnswers200WithBody: Fault = {
  id: 'delete-answers-200-with-body',
  title: 'answers 200 with a message to a delete',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-003'],
  behaviour: () =>
    changeAnswer(on('delete'), (answer) => (answer.status === 204 ? textAnswer(200, 'deleted') : answer)),
};
