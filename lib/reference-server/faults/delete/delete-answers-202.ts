import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteAnswers202: Fault = {
  id: 'delete-answers-202',
  title: 'answers 202 to a delete that is done',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-003'],
  behaviour: () => changeStatus(on('delete'), 204, 202),
};
