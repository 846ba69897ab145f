import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameBeyondLastAnswers500: Fault = {
  id: 'frame-beyond-last-answers-500',
  title: 'answers 500 to a frame that does not exist',
  operations: ['T11'],
  requirements: ['WADO-RS-044'],
  behaviour: () =>
    changeAnswer(on('frames'), (answer) =>
      answer.status === 404 || answer.status === 400 ? { ...answer, status: 500 } : answer,
    ),
};
