import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithoutContentType: Fault = {
  id: 'metadata-without-content-type',
  title: 'leaves out the Content-Type of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-017'],
  behaviour: () => changeContentType(on('metadata'), () => null),
};
