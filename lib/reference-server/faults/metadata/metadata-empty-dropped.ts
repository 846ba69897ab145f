import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataEmptyDropped: Fault = {
  id: 'metadata-empty-dropped',
  title: 'leaves attributes without a value out of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-016', 'WADO-RS-033'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      Object.fromEntries(Object.entries(dataSet).filter(([, attribute]) => Object.keys(attribute).length > 1)),
    ),
};
