import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partialStoreAnswers200: Fault = {
  id: 'partial-store-answers-200',
  title: 'answers 200 though some instances were refused',
  operations: ['partial-store'],
  requirements: ['STOW-007'],
  behaviour: () => changeStatus(on('store'), 202, 200),
};
