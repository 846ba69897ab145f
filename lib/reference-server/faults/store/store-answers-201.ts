import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeAnswers201: Fault = {
  id: 'store-answers-201',
  title: 'answers 201 to a store whose instances were all kept',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-006', 'STOW-041'],
  behaviour: () => changeStatus(on('store'), 200, 201),
};
