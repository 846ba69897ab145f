import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataNotUtf8: Fault = {
  id: 'metadata-not-utf8',
  title: 'writes a byte into metadata that is not UTF-8',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-002'],
  behaviour: () =>
    changeBody(on('metadata'), (body) => {
      const copy = Buffer.from(body);
      const at = copy.indexOf('"Alphabetic":"');
      if (at >= 0) copy[at + 14] = 0xe9;
      return copy;
    }),
};
