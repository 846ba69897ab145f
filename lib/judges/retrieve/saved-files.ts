import { compareElementValues } from '../../answers/dicom/element-values.ts';
import { quoted, tagName } from '../../answers/wording.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error, readPart10 } from '../../dicom/part10.ts';
import { text } from '../../dicom/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { leavesTrace } from './fidelity.ts';

/** What a saved file is named by: PatientName, StudyID, SeriesNumber, InstanceNumber. */
export const NAMING_TAGS = ['00100010', '00200010', '00200011', '00200013'] as const;

/** A retrieved part that was saved under its own attributes and opened again. */
export interface SavedFile {
  readonly name: string;
  /** Index of the part that it came from. */
  readonly part: number;
  readonly reopened: ByteSource;
}

/**
 * WADO-RS-005: what was retrieved can be used: read, saved under a name made of its own attributes, opened again, and
 * still the instance that was stored.
 */
export function savedFilesOpenAgain(
  exchange: Exchange,
  files: readonly SavedFile[],
  stored: readonly StoredInstance[],
): Finding {
  return assess('WADO-RS-005', 'gives instances that are saved and opened again as files', [exchange], (a) => {
    for (const file of files) assessFile(file, stored, a);
  });
}

function assessFile({ name, part, reopened }: SavedFile, stored: readonly StoredInstance[], a: Assessment): void {
  try {
    const { dataSet } = readPart10(reopened);
    const uid = text(dataSet, '00080018');
    const original = stored.find(({ instance }) => instance === uid);
    a.must(original !== undefined, () => ({
      expected: 'the SOP Instance UID of an instance that was stored',
      actual: `${name}: ${quoted(uid)}`,
      where: { kind: 'element', path: '00080018', part },
    }));
    if (!original) return;
    for (const tag of NAMING_TAGS) {
      const isKept = isSame(dataSet, original.dataSet, tag) || leavesTrace(dataSet, original.dataSet, tag);
      a.must(isKept, () => ({
        expected: `${tagName(tag)} ${quoted(text(original.dataSet, tag))}`,
        actual: `${name}: ${quoted(text(dataSet, tag))}`,
        where: { kind: 'element', path: tag, part },
      }));
    }
  } catch (error) {
    if (!(error instanceof Part10Error)) throw error;
    a.must(false, () => ({
      expected: 'a file that opens as PS3.10',
      actual: `${name}: ${error.message}`,
      where: { kind: 'bytes', offset: error.offset, part },
    }));
  }
}

/** The same value, in the same characters or in others that the VR lets stand for it; without value is as without element. */
function isSame(returned: DataSet, stored: DataSet, tag: string): boolean {
  const [left, right] = [stored.elements.get(tag), returned.elements.get(tag)];
  if (!left || !right) return text(returned, tag) === text(stored, tag);
  return (
    compareElementValues({ element: left, dataSet: stored }, { element: right, dataSet: returned }).kind !== 'different'
  );
}
