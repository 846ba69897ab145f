import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataPixelsLeftOut: Fault = {
  id: 'metadata-pixels-left-out',
  title: 'leaves pixel data out of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-035'],
  behaviour: () => changeDataSets(on('metadata'), (dataSet) => withoutAttribute(dataSet, '7FE00010')),
};
