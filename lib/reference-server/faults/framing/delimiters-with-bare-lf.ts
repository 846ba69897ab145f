import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const delimitersWithBareLf: Fault = {
  id: 'delimiters-with-bare-lf',
  title: 'ends delimiter and header lines of parts with a bare line feed',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-004'],
  behaviour: () =>
    changeBody(on('retrieve'), (body, boundary) => {
      const pieces: Buffer[] = [];
      let at = 0;
      for (;;) {
        const start = body.indexOf(`--${boundary}`, at);
        const headEnd = body.indexOf('\r\n\r\n', start);
        if (start < 0 || headEnd < 0) break;
        const head = body.toString('latin1', start, headEnd + 4).replaceAll('\r\n', '\n');
        pieces.push(body.subarray(at, Math.max(at, start - 2)), Buffer.from(start > 0 ? `\n${head}` : head, 'latin1'));
        at = headEnd + 4;
      }
      return Buffer.concat([...pieces, body.subarray(at)]);
    }),
};
