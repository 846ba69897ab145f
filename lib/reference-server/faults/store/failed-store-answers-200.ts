import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const failedStoreAnswers200: Fault = {
  id: 'failed-store-answers-200',
  title: 'answers 200 though no instance was kept',
  operations: ['refused-store'],
  requirements: ['STOW-008'],
  behaviour: () => changeStatus(on('store'), 409, 200),
};
