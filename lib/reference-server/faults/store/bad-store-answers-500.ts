import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const badStoreAnswers500: Fault = {
  id: 'bad-store-answers-500',
  title: 'answers 500 to a store request that cannot be parsed',
  operations: ['faulty-store'],
  requirements: ['STOW-009', 'COMMON-029'],
  behaviour: () => changeStatus(on('store'), 400, 500),
};
