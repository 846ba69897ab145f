import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataRefersToShortText: Fault = {
  id: 'metadata-refers-to-short-text',
  title: 'gives a BulkDataURI in the place of Patient ID',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-036'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '00100020', ({ vr }) => ({
        vr,
        BulkDataURI: dataSet['7FE00010']?.BulkDataURI ?? 'http://127.0.0.1/',
      })),
    ),
};
