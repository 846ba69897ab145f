import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framesNoClosingDelimiter: Fault = {
  id: 'frames-no-closing-delimiter',
  title: 'ends the multipart body of frames without the closing delimiter',
  operations: ['T11'],
  requirements: ['MP-004'],
  behaviour: () =>
    changeBody(on('frames'), (body, boundary) => body.subarray(0, body.length - `\r\n--${boundary}--`.length)),
};
