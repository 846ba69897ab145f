import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const bulkdataUriNotAString: Fault = {
  id: 'bulkdata-uri-not-a-string',
  title: 'hands out a BulkDataURI in an array',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-021'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ BulkDataURI }) => BulkDataURI !== undefined,
        (attribute) => ({ ...attribute, BulkDataURI: [attribute.BulkDataURI] }),
      ),
    ),
};
