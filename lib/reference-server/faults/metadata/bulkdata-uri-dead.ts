import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const bulkdataUriDead: Fault = {
  id: 'bulkdata-uri-dead',
  title: 'hands out a BulkDataURI that leads nowhere',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-037'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ BulkDataURI }) => BulkDataURI !== undefined,
        (attribute) => ({ ...attribute, BulkDataURI: `${attribute.BulkDataURI}/gone` }),
      ),
    ),
};
