import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataBareObject: Fault = {
  id: 'metadata-bare-object',
  title: 'sends the metadata of one instance without the array around it',
  operations: ['T10'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeBody(on('metadata', 'instances'), (body) => body.subarray(1, body.length - 1)),
};
