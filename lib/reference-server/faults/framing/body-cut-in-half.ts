import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bodyCutInHalf: Fault = {
  id: 'body-cut-in-half',
  title: 'sends half of a multipart body as if it were whole',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-004'],
  behaviour: () => changeBody(on('retrieve'), (body) => body.subarray(0, body.length / 2)),
};
