import { withAttribute } from './attributes.ts';
import { changeDataSets, on } from './changes.ts';
import type { Fault } from './fault.ts';

export const metadataValueChanged: Fault = {
  id: 'metadata-value-changed',
  title: 'gives another Patient ID than is stored',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-033'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '00100020', ({ vr }) => ({ vr, Value: ['ANOTHER'] })),
    ),
};
