import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithDuplicateKey: Fault = {
  id: 'metadata-with-duplicate-key',
  title: 'writes an attribute twice',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-001'],
  behaviour: () =>
    changeBody(on('metadata'), (body) => Buffer.from(body.toString().replaceAll(/("00100020":\{[^}]*\})/g, '$1,$1'))),
};
