import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataAttributeAdded: Fault = {
  id: 'metadata-attribute-added',
  title: 'adds an attribute to metadata that is not stored',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-033'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) => ({ ...dataSet, '00080080': { vr: 'LO', Value: ['Archive'] } })),
};
