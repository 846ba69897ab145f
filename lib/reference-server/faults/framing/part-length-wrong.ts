import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partLengthWrong: Fault = {
  id: 'part-length-wrong',
  title: 'states a Content-Length that is one more than the part has',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-007'],
  behaviour: () =>
    changeBody(on('retrieve'), (body) =>
      Buffer.from(
        body
          .toString('latin1')
          .replace(/Content-Length: (\d+)/g, (_, length) => `Content-Length: ${Number(length) + 1}`),
        'latin1',
      ),
    ),
};
