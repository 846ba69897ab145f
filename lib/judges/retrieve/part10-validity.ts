import { type DicomPart, dicomParts } from '../../answers/dicom/parts.ts';
import { partOf, type Representation } from '../../answers/multipart.ts';
import { byteWindowFor } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
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
    let hasParts = false;
    for (const part of dicomParts(response)) {
      hasParts = true;
      assessPart(part, stored, a);
    }
    if (!hasParts) a.cannot('prerequisite-failed', 'there is no application/dicom part');
  });
}

const PREFIX = Buffer.from('DICM');

function assessPart(part: DicomPart, stored: readonly StoredInstance[], a: Assessment): void {
  if ('error' in part) {
    const { error, representation } = part;
    if (error.code === 'too-large') a.cannot('over-limit', error.message);
    else a.must(false, () => unreadable(error, representation));
    return;
  }
  a.holds();
  // To look for the defects that the stored file had means to read it again.
  if (part.file.defects.length === 0) return;
  const original = stored.find(({ instance }) => instance === part.instance);
  const inherited = original ? defectCodes(original) : new Set<Part10DefectCode>();
  for (const defect of part.file.defects) {
    if (inherited.has(defect.code)) a.remark(`as it was stored: ${defect.message}`);
    else assessDefect(part, defect, a);
  }
}

function unreadable({ code, offset, message }: Part10Error, representation: Representation): SeenBreach {
  const hasNoPrefix = code === 'no-prefix';
  return breach(
    hasNoPrefix ? 'file-without-prefix' : 'file-unreadable',
    { kind: 'bytes', offset, ...partOf(representation) },
    { rule: code, at: offset, detail: message },
    hasNoPrefix ? byteWindowFor(PREFIX, representation.body, offset) : undefined,
  );
}

function assessDefect({ representation }: DicomPart, defect: Part10Defect, a: Assessment): void {
  const { code, offset, message } = defect;
  const milder = MILDER[code];
  if (milder === 'ignored') return;
  if (milder === 'bound') {
    a.cannot('over-limit', message);
    return;
  }
  a[milder ?? 'must'](false, () => breachOf(defect, { kind: 'bytes', offset, ...partOf(representation) }));
}

const KINDS = {
  'group-length-missing': 'file-meta-group-length',
  'group-length-wrong': 'file-meta-group-length',
  'meta-not-explicit-little-endian': 'file-meta-encoding',
  'sop-class-mismatch': 'file-meta-of-another-class',
  'sop-instance-mismatch': 'file-meta-of-another-instance',
  'other-encoding': 'data-set-encoding',
  'odd-length': 'data-set-odd-length',
  'wrong-value-length': 'data-set-value-length',
  'wrong-padding': 'data-set-padding',
  'out-of-order': 'data-set-out-of-order',
  'duplicate-element': 'data-set-repeats-element',
  truncated: 'data-set-truncated',
  'trailing-bytes': 'data-set-trailing-bytes',
  'bad-offset-table': 'pixel-data-offset-table',
  'wrong-encapsulation': 'pixel-data-encapsulation',
  'wrong-pixel-vr': 'pixel-data-vr',
  'unknown-character-set': 'data-set-character-set',
} as const;

function breachOf({ code, message, offset, tag = '' }: Part10Defect, where: Place): SeenBreach {
  const found = { rule: code, at: offset, detail: message };
  if (code === 'meta-element-missing') return breach('file-meta-lacks-element', where, { tag, ...found });
  if (code === 'meta-value-wrong') return breach('file-meta-value', where, { tag, ...found });
  if (isNamed(code)) return breach(KINDS[code], where, found);
  return breach('data-set-malformed', where, found);
}

function isNamed(code: Part10DefectCode): code is keyof typeof KINDS {
  return code in KINDS;
}

function defectCodes({ source }: StoredInstance): Set<Part10DefectCode> {
  try {
    return new Set(readPart10(source).defects.map(({ code }) => code));
  } catch (error) {
    if (error instanceof Part10Error) return new Set();
    throw error;
  }
}
