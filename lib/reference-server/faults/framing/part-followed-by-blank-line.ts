import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partFollowedByBlankLine: Fault = {
  id: 'part-followed-by-blank-line',
  title: 'puts an empty line between a part and the delimiter after it',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-007', 'WADO-RS-005'],
  behaviour: () =>
    changeBody(on('retrieve'), (body, boundary) => {
      const text = body.toString('latin1');
      return Buffer.from(text.replaceAll(`\r\n--${boundary}`, `\r\n\r\n--${boundary}`), 'latin1');
    }),
};
