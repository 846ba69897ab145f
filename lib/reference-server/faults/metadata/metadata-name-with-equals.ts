import type { DicomJsonPersonName } from '../../../dicom/json.ts';
import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataNameWithEquals: Fault = {
  id: 'metadata-name-with-equals',
  title: 'writes all groups of a person name into the alphabetic one',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-014'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr, Value }) => vr === 'PN' && Value !== undefined,
        ({ vr, Value = [] }) => ({
          vr,
          Value: Value.map((name) => ({ Alphabetic: `${(name as DicomJsonPersonName | null)?.Alphabetic ?? ''}==` })),
        }),
      ),
    ),
};
