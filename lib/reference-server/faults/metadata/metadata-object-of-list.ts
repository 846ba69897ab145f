import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataObjectOfList: Fault = {
  id: 'metadata-object-of-list',
  title: 'wraps the list of metadata in an object',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeBody(on('metadata'), (body) => Buffer.from(`{"instances":${body}}`)),
};
