import { changeBody } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Transport padding may follow a boundary (RFC 2046 §5.1.1). */
export const paddingBehindDelimiters: OddServer = {
  id: 'padding-behind-delimiters',
  title: 'puts spaces and tabs behind the boundary of each delimiter line',
  behaviour: () =>
    changeBody(
      () => true,
      (body, boundary) => {
        if (boundary === '') return body;
        const text = body.toString('latin1').replaceAll(`--${boundary}\r\n`, `--${boundary} \t \r\n`);
        return Buffer.from(`${text} \t\r\n`, 'latin1');
      },
    ),
};
