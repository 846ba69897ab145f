import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataAnswers500: Fault = {
  id: 'metadata-answers-500',
  title: 'answers 500 to a retrieve of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeStatus(on('metadata'), 200, 500),
};
