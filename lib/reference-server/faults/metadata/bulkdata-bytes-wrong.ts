import { changePayloads, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bulkdataBytesWrong: Fault = {
  id: 'bulkdata-bytes-wrong',
  title: 'serves other bytes under a BulkDataURI than the element has',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-037'],
  behaviour: () => changePayloads(on('bulkdata'), (bytes) => Buffer.from(bytes).map((octet) => octet ^ 1)),
};
