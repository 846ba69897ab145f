import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

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
