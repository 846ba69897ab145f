import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unknownAnswers204: Fault = {
  id: 'unknown-answers-204',
  title: 'answers 204 for instances that are not there',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['WADO-RS-018'],
  behaviour: () =>
    changeAnswer(on(['retrieve', 'metadata']), (answer) =>
      answer.status === 404 ? { status: 204, headers: [], content: { kind: 'none' } } : answer,
    ),
};
