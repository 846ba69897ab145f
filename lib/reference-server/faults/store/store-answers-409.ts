import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeAnswers409: Fault = {
  id: 'store-answers-409',
  title: 'answers 409 to a store whose instances were all kept',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-006'],
  behaviour: () => changeStatus(on('store'), 200, 409),
};
