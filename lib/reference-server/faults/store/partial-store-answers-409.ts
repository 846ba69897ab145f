import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partialStoreAnswers409: Fault = {
  id: 'partial-store-answers-409',
  title: 'answers 409 though some instances were kept',
  operations: ['partial-store'],
  requirements: ['STOW-007'],
  behaviour: () => changeStatus(on('store'), 202, 409),
};
