import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unknownAnswers200: Fault = {
  id: 'unknown-answers-200',
  title: 'answers 200 with an empty multipart body for instances that are not there',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['WADO-RS-018', 'DELETE-005'],
  behaviour: () =>
    changeAnswer(on('retrieve'), (answer) =>
      answer.status === 404
        ? { status: 200, headers: [], content: { kind: 'multipart', rootType: 'application/dicom', parts: [] } }
        : answer,
    ),
};
