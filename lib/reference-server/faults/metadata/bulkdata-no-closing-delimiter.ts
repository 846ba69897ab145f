import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bulkdataNoClosingDelimiter: Fault = {
  id: 'bulkdata-no-closing-delimiter',
  title: 'ends the multipart body of bulk data without the closing delimiter',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['MP-004'],
  behaviour: () =>
    changeBody(on('bulkdata'), (body, boundary) => body.subarray(0, body.length - `\r\n--${boundary}--`.length)),
};
