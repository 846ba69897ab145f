import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteAnswers200WithoutBody: Fault = {
  id: 'delete-answers-200-without-body',
  title: 'answers 200 without a message to a delete',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-003'],
  behaviour: () => changeStatus(on('delete'), 204, 200),
};
