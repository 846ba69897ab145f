import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseListsFailures: Fault = {
  id: 'store-response-lists-failures',
  title: 'lists the stored instances as failed too',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-018'],
  behaviour: () =>
    changeDataSets(on('store'), (module) => ({
      ...module,
      '00081198': {
        vr: 'SQ',
        Value: (module['00081199']?.Value ?? []).map((item) => ({
          ...(item as DicomJsonDataSet),
          '00081197': { vr: 'US', Value: [272] },
        })),
      },
    })),
};
