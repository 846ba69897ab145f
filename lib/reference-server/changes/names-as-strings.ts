import type { DicomJsonDataSet, DicomJsonPersonName } from '../../dicom/json.ts';
import { withEach } from './attributes.ts';

/** Person names as the bare string of their alphabetic group. */
export function namesAsStrings(dataSet: DicomJsonDataSet): Record<string, unknown> {
  return withEach(
    dataSet,
    ({ vr }) => vr === 'PN',
    ({ vr, Value }) => ({
      vr,
      ...(Value ? { Value: Value.map((name) => (name as DicomJsonPersonName | null)?.Alphabetic) } : {}),
    }),
  );
}
