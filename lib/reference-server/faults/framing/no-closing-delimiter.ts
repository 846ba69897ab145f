import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const noClosingDelimiter: Fault = {
  id: 'no-closing-delimiter',
  title: 'ends a multipart body without the closing delimiter',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-004'],
  behaviour: () =>
    changeBody(on('retrieve'), (body, boundary) => body.subarray(0, body.length - `\r\n--${boundary}--`.length)),
};
