import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataLabelledAsPlainJson: Fault = {
  id: 'metadata-labelled-as-plain-json',
  title: 'labels metadata as application/json',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-031', 'JSON-026'],
  behaviour: () => changeContentType(on('metadata'), () => 'application/json'),
};
