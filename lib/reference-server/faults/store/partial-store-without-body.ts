import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partialStoreWithoutBody: Fault = {
  id: 'partial-store-without-body',
  title: 'answers 202 to a partial store and says nothing more',
  operations: ['partial-store'],
  requirements: ['STOW-013'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => (answer.status === 202 ? { ...answer, content: { kind: 'none' } } : answer)),
};
