import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataValueBesideUri: Fault = {
  id: 'metadata-value-beside-uri',
  title: 'gives Value and BulkDataURI for the same attribute',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-008'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '7FE00010', (attribute) => ({ ...attribute, Value: [0] })),
    ),
};
