import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataAttributeMissing: Fault = {
  id: 'metadata-attribute-missing',
  title: 'leaves Patient ID out of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-033'],
  behaviour: () => changeDataSets(on('metadata'), (dataSet) => withoutAttribute(dataSet, '00100020')),
};
