import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const bulkdataRefused: Fault = {
  id: 'bulkdata-refused',
  title: 'answers 404 under every BulkDataURI',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-037', 'WADO-RS-058'],
  behaviour: () => changeAnswer(on('bulkdata'), () => textAnswer(404, 'not found')),
};
