import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unknownAnswers500: Fault = {
  id: 'unknown-answers-500',
  title: 'answers 500 for instances that are not there',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['WADO-RS-018'],
  behaviour: () => changeStatus(on(['retrieve', 'metadata']), 404, 500),
};
