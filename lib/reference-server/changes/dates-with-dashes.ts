import type { DicomJsonDataSet } from '../../dicom/json.ts';
import { withEach } from './attributes.ts';

/** Dates as people write them, which DICOM does not. */
export function datesWithDashes(dataSet: DicomJsonDataSet): Record<string, unknown> {
  return withEach(
    dataSet,
    ({ vr, Value }) => vr === 'DA' && Value !== undefined,
    ({ vr, Value = [] }) => ({
      vr,
      Value: Value.map((date) => String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
    }),
  );
}
