import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partWithoutLength: Fault = {
  id: 'part-without-length',
  title: 'leaves out the Content-Length of parts',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-007'],
  behaviour: () =>
    changeBody(on('retrieve'), (body) =>
      Buffer.from(body.toString('latin1').replace(/Content-Length: \d+\r\n/g, ''), 'latin1'),
    ),
};
