import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataKeysUnordered: Fault = {
  id: 'metadata-keys-unordered',
  title: 'writes attributes in no order',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-004'],
  behaviour: () =>
    changeBody(on('metadata'), (body) =>
      Buffer.from(body.toString().replaceAll(/("00100020":\{[^}]*\}),("00100030":\{[^}]*\})/g, '$2,$1')),
    ),
};
