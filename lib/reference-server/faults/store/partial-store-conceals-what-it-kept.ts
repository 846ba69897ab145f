import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partialStoreConcealsWhatItKept: Fault = {
  id: 'partial-store-conceals-what-it-kept',
  title: 'answers an empty 409 as if nothing was kept, though some instances were',
  operations: ['partial-store'],
  requirements: ['STOW-007'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) =>
      answer.status === 202 ? { ...answer, status: 409, content: { kind: 'none' } } : answer,
    ),
};
