import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataXmlMissesOne: Fault = {
  id: 'metadata-xml-misses-one',
  title: 'leaves the first instance out of metadata as XML',
  operations: ['metadata-as-xml'],
  requirements: ['WADO-RS-032'],
  behaviour: () => changeParts(on('metadata'), (parts) => parts.slice(1)),
};
