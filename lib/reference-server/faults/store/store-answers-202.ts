import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeAnswers202: Fault = {
  id: 'store-answers-202',
  title: 'answers 202 to a store that needs no remark',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-006'],
  behaviour: () => changeStatus(on('store'), 200, 202),
};
