import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const closingDelimiterWithOneDash: Fault = {
  id: 'closing-delimiter-with-one-dash',
  title: 'ends the closing delimiter with one dash',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-004'],
  behaviour: () => changeBody(on('retrieve'), (body) => body.subarray(0, body.length - 1)),
};
