import { memorySource } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { rewrite } from '../changes/files.ts';
import { storedOtherwise } from '../changes/stored-otherwise.ts';
import type { OddServer } from './odd-server.ts';

const PATIENT_ID = '00100020';
const ELEMENTS_COERCED = 0xb000;

function sequence(tag: string, item: ReadonlyMap<string, DataElement>): DataElement {
  const items: readonly DataSet[] = [{ elements: item, littleEndian: true, characterSets: [] }];
  return { tag, vr: 'SQ', offset: 0, value: memorySource(new Uint8Array()), items };
}

/** Gives the patient another ID, and keeps the one that came in Original Attributes Sequence. */
export function coerced(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    dataSet: (elements) => {
      const original = elements.get(PATIENT_ID);
      if (!original) return;
      const modified = sequence('04000550', new Map([[PATIENT_ID, original]]));
      elements.set(PATIENT_ID, { ...original, value: memorySource(Buffer.from('ARCHIVE-1 ')) });
      elements.set('04000561', sequence('04000561', new Map([['04000550', modified]])));
    },
  });
}

export const coercesPatientId: OddServer = {
  id: 'coerces-patient-id',
  title: 'coerces PatientID, says so with 202, and keeps the original in the object (PS3.18 §10.5.2)',
  behaviour: () => storedOtherwise(coerced, ELEMENTS_COERCED),
};
