import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const badStoreAnswers200: Fault = {
  id: 'bad-store-answers-200',
  title: 'answers 200 to a store request that cannot be parsed',
  operations: ['faulty-store'],
  requirements: ['STOW-009'],
  behaviour: () => changeStatus(on('store'), 400, 200),
};
