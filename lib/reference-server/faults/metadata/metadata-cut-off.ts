import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataCutOff: Fault = {
  id: 'metadata-cut-off',
  title: 'ends metadata in the middle of the JSON text',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-001'],
  behaviour: () => changeBody(on('metadata'), (body) => body.subarray(0, body.length - 20)),
};
