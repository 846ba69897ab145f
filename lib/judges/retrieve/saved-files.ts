import { elementAt } from '../../answers/dicom/element-at.ts';
import { compareElementValues } from '../../answers/dicom/element-values.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error, readPart10 } from '../../dicom/part10.ts';
import { text } from '../../dicom/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { changedElement, lostElement } from './element-breach.ts';
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
    a.must(original !== undefined, () =>
      breach(
        'saved-file-of-unknown-instance',
        { kind: 'element', path: '00080018', part },
        { file: name, instance: uid },
      ),
    );
    if (!original) return;
    for (const tag of NAMING_TAGS) {
      const isKept = isSame(dataSet, original.dataSet, tag) || leavesTrace(dataSet, original.dataSet, tag);
      a.must(isKept, () => breachOf(original, dataSet, tag, part));
    }
  } catch (error) {
    if (!(error instanceof Part10Error)) throw error;
    a.must(false, () =>
      breach(
        'saved-file-unreadable',
        { kind: 'bytes', offset: error.offset, part },
        { file: name, rule: error.code, at: error.offset, detail: error.message },
      ),
    );
  }
}

function breachOf({ dataSet, name }: StoredInstance, returned: DataSet, tag: string, part: number): SeenBreach {
  const of = { tag, path: tag, name };
  const where = { kind: 'element', path: tag, part } as const;
  const [left, right] = [elementAt(dataSet, tag), elementAt(returned, tag)];
  if (left && right) return changedElement(of, left, right, where);
  if (left) return lostElement(of, left, where);
  return breach('element-changed', where, { ...of, stored: null, returned: text(returned, tag) });
}

/** The same value, in the same characters or in others that the VR lets stand for it; without value is as without element. */
function isSame(returned: DataSet, stored: DataSet, tag: string): boolean {
  const [left, right] = [stored.elements.get(tag), returned.elements.get(tag)];
  if (!left || !right) return text(returned, tag) === text(stored, tag);
  return (
    compareElementValues({ element: left, dataSet: stored }, { element: right, dataSet: returned }).kind !== 'different'
  );
}
