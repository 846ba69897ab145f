import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseEmpty: Fault = {
  id: 'store-response-empty',
  title: 'answers a store with 200 and nothing in it',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-013'],
  behaviour: () => changeAnswer(on('store'), (answer) => ({ ...answer, content: { kind: 'none' } })),
};
