import { changeStatus, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

export const deleteAnswers202: OddServer = {
  id: 'delete-answers-202',
  title: 'answers 202 to a delete (RFC 9110 §9.3.5)',
  behaviour: () => changeStatus(on('delete'), 204, 202),
};
