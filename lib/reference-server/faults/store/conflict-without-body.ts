import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const conflictWithoutBody: Fault = {
  id: 'conflict-without-body',
  title: 'answers 409 with nothing in it',
  operations: [],
  requirements: ['STOW-026'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => (answer.status === 409 ? { ...answer, content: { kind: 'none' } } : answer)),
};
