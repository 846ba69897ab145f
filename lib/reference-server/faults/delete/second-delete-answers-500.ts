import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const secondDeleteAnswers500: Fault = {
  id: 'second-delete-answers-500',
  title: 'answers 500 when what was deleted is deleted once more',
  operations: ['T20'],
  requirements: ['COMMON-029'],
  behaviour: () => changeStatus(on('delete'), 404, 500),
};
