import { changeList, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const bulkdataUriOfSibling: Fault = {
  id: 'bulkdata-uri-of-sibling',
  title: 'hands out the BulkDataURI of another instance of the series',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-037'],
  behaviour: () =>
    changeList(on('metadata'), (list, _, archive) =>
      list.map((dataSet) => {
        const own = String(dataSet['00080018']?.Value?.[0] ?? '');
        const study = String(dataSet['0020000D']?.Value?.[0] ?? '');
        const series = String(dataSet['0020000E']?.Value?.[0] ?? '');
        const sibling = archive.select({ study, series }).find(({ instance }) => instance !== own)?.instance ?? own;
        return withAttribute(dataSet, '7FE00010', ({ vr, BulkDataURI = '' }) => ({
          vr,
          BulkDataURI: BulkDataURI.replace(`/instances/${own}`, `/instances/${sibling}`),
        })) as typeof dataSet;
      }),
    ),
};
