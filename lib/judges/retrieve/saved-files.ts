import { breach } from '../../breaches/breach.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error, readPart10 } from '../../dicom/part10.ts';
import { text } from '../../dicom/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';

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
 * still an instance that was stored. Whether its attributes are as stored is the matter of STOW-032.
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
    const isKnown = stored.some(({ instance }) => instance === uid);
    a.must(isKnown, () =>
      breach(
        'saved-file-of-unknown-instance',
        { kind: 'element', path: '00080018', part },
        { file: name, instance: uid },
      ),
    );
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
