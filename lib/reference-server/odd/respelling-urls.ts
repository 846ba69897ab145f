import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonValue } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeDataSets, on } from '../changes/answers.ts';

/** RetrieveURL and BulkDataURI in another spelling, in items of sequences too. */
export function respellingUrls(spell: (url: string) => string): Behaviour {
  const attribute = (one: DicomJsonAttribute): DicomJsonAttribute => ({
    ...one,
    ...(one.BulkDataURI === undefined ? {} : { BulkDataURI: spell(one.BulkDataURI) }),
    ...(one.Value === undefined ? {} : { Value: one.Value.map((value) => respelt(one.vr, value)) }),
  });
  const respelt = (vr: string, value: DicomJsonValue): DicomJsonValue => {
    if (vr === 'SQ') return dataSet(value as DicomJsonDataSet);
    return vr === 'UR' && typeof value === 'string' ? spell(value) : value;
  };
  const dataSet = (one: DicomJsonDataSet): DicomJsonDataSet =>
    Object.fromEntries(Object.entries(one).map(([tag, value]) => [tag, attribute(value)]));
  return changeDataSets(on(['store', 'search', 'metadata']), dataSet);
}
