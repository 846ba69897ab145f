import { changeStatus } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unacceptableAnswers500: Fault = {
  id: 'unacceptable-answers-500',
  title: 'answers 500 where no acceptable type can be served',
  operations: ['unacceptable'],
  requirements: ['COMMON-010'],
  behaviour: () => changeStatus(() => true, 406, 500),
};
