import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const bulkdataUriUnreachable: Fault = {
  id: 'bulkdata-uri-unreachable',
  title: 'hands out a BulkDataURI on a host that cannot be reached',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-037'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ BulkDataURI }) => BulkDataURI !== undefined,
        (attribute) => ({ ...attribute, BulkDataURI: 'http://127.0.0.1:9/7FE00010' }),
      ),
    ),
};
