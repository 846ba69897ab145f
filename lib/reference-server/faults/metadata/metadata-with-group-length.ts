import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithGroupLength: Fault = {
  id: 'metadata-with-group-length',
  title: 'writes a group length attribute',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-005'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) => ({ '00080000': { vr: 'UL', Value: [200] }, ...dataSet })),
};
