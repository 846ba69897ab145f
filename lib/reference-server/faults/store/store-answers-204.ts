import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeAnswers204: Fault = {
  id: 'store-answers-204',
  title: 'answers 204 without content to a store',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-006', 'STOW-013', 'STOW-041'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) =>
      answer.status === 200 ? { status: 204, headers: [], content: { kind: 'none' } } : answer,
    ),
};
