import { type DicomPart, dicomParts } from '../../answers/dicom/parts.ts';
import { partOf } from '../../answers/multipart.ts';
import { byteWindowFor } from '../../answers/wording.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { type Part10Defect, type Part10DefectCode, Part10Error, readPart10 } from '../../dicom/part10.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';

/** Defects that are no breach by themselves, or that readers get over. All others are breaches. */
const MILDER: Partial<Record<Part10DefectCode, 'should' | 'ignored' | 'bound'>> = {
  'wrong-padding': 'should',
  'bad-offset-table': 'should',
  // Retired, and still legal to send (PS3.5 §7.2).
  'group-length-element': 'ignored',
  'limit-reached': 'bound',
};

/**
 * WADO-RS-005: every application/dicom part is a whole, valid PS3.10 file. A defect that the instance had when it was
 * stored is not held against the server that gives it back.
 */
export function partsAreValidPart10(exchange: Exchange, stored: readonly StoredInstance[]): Finding {
  const claim = 'sends each instance as a valid PS3.10 file';
  return assess('WADO-RS-005', claim, [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    let parts = 0;
    for (const part of dicomParts(response)) {
      parts++;
      assessPart(part, stored, a);
    }
    if (parts === 0) a.cannot('prerequisite-failed', 'there is no application/dicom part');
  });
}

const PREFIX = Buffer.from('DICM', 'latin1');

function assessPart(part: DicomPart, stored: readonly StoredInstance[], a: Assessment): void {
  const { representation } = part;
  const error = 'error' in part ? part.error : null;
  if (error?.code === 'too-large') {
    a.cannot('over-limit', error.message);
    return;
  }
  a.must(error === null, () => ({
    expected: 'a PS3.10 file: preamble, DICM, file meta information and data set',
    actual: error?.message ?? '',
    where: { kind: 'bytes', offset: error?.offset ?? 0, ...partOf(representation) },
    ...(error?.code === 'no-prefix' ? { bytes: byteWindowFor(PREFIX, representation.body, error.offset) } : {}),
  }));
  if ('error' in part || part.file.defects.length === 0) return;
  const original = stored.find(({ instance }) => instance === part.instance);
  const inherited = original ? defectCodes(original) : new Set<Part10DefectCode>();
  for (const defect of part.file.defects) {
    if (inherited.has(defect.code)) a.remark(`as it was stored: ${defect.message}`);
    else assessDefect(part, defect, a);
  }
}

function assessDefect({ representation }: DicomPart, { code, offset, message }: Part10Defect, a: Assessment): void {
  const milder = MILDER[code];
  if (milder === 'ignored') return;
  if (milder === 'bound') {
    a.cannot('over-limit', message);
    return;
  }
  a[milder ?? 'must'](false, () => ({
    expected: RULES[code] ?? 'a data set by the rules of PS3.5 §7',
    actual: message,
    where: { kind: 'bytes', offset, ...partOf(representation) },
  }));
}

const RULES: Partial<Record<Part10DefectCode, string>> = {
  'group-length-missing': 'the group length of the file meta information (PS3.10 Table 7.1-1)',
  'group-length-wrong': 'the number of bytes in the file meta information (PS3.10 Table 7.1-1)',
  'meta-element-missing': 'every required element of the file meta information (PS3.10 Table 7.1-1)',
  'meta-value-wrong': 'file meta information with permitted values (PS3.10 Table 7.1-1)',
  'meta-not-explicit-little-endian': 'file meta information in Explicit VR Little Endian (PS3.10 §7.1)',
  'sop-class-mismatch': 'the SOP Class UID of the data set in the file meta information',
  'sop-instance-mismatch': 'the SOP Instance UID of the data set in the file meta information',
  'wrong-pixel-vr': 'Pixel Data of VR OW, or OB where encapsulated or of 8 bits at most (PS3.5 §A.2, §A.4)',
  truncated: 'a data set that is whole',
  'trailing-bytes': 'nothing after the data set',
};

function defectCodes({ source }: StoredInstance): Set<Part10DefectCode> {
  try {
    return new Set(readPart10(source).defects.map(({ code }) => code));
  } catch (error) {
    if (error instanceof Part10Error) return new Set();
    throw error;
  }
}
