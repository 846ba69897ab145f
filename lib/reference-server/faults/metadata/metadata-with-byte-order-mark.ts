import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithByteOrderMark: Fault = {
  id: 'metadata-with-byte-order-mark',
  title: 'starts metadata with a byte order mark',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-002'],
  behaviour: () => changeBody(on('metadata'), (body) => Buffer.concat([Buffer.from('efbbbf', 'hex'), body])),
};
