import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partInBase64: Fault = {
  id: 'part-in-base64',
  title: 'sends parts as base64 text with a Content-Transfer-Encoding',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-009'],
  behaviour: () =>
    changeParts(on('retrieve'), (parts) =>
      parts.map(({ headers, body }) => ({
        headers: [...headers, ['Content-Transfer-Encoding', 'base64']],
        body: Buffer.from(Buffer.from(body).toString('base64')),
      })),
    ),
};
