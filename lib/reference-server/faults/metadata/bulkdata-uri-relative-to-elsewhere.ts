import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const bulkdataUriRelativeToElsewhere: Fault = {
  id: 'bulkdata-uri-relative-to-elsewhere',
  title: 'hands out a relative BulkDataURI that resolves to nothing',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-021', 'WADO-RS-037'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ BulkDataURI }) => BulkDataURI !== undefined,
        (attribute) => ({ ...attribute, BulkDataURI: 'bulk/7FE00010' }),
      ),
    ),
};
