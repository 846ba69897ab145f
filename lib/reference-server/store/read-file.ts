import { memorySource } from '../../bytes/byte-source.ts';
import { type Part10, type Part10DefectCode, Part10Error, readPart10 } from '../../dicom/part10.ts';
import { isUid } from '../../dicom/uid.ts';
import { text } from '../../dicom/values.ts';
import type { Instance } from '../instance.ts';
import { isKnownTransferSyntax } from '../retrieve/image-type.ts';
import { FAILURE_REASON, type Outcome } from './outcome.ts';

/** Defects after which nobody can say what the sender meant; the others are kept as they came. */
const UNREADABLE: ReadonlySet<Part10DefectCode> = new Set([
  'truncated',
  'bad-delimiter',
  'bad-deflate',
  'limit-reached',
  'trailing-bytes',
  'sop-instance-mismatch',
]);

function tryRead(bytes: Uint8Array): Part10 | null {
  try {
    return readPart10(memorySource(bytes));
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}

/** Reads a PS3.10 file that is to be stored: the instance, or why it cannot be. */
export function readFile(bytes: Uint8Array): Instance | Exclude<Outcome, { kind: 'stored' }> {
  const file = tryRead(bytes);
  if (file === null) return { kind: 'unidentified', reason: FAILURE_REASON.cannotUnderstand };
  const { dataSet, transferSyntax, fileMeta } = file;
  const sopClass = text(dataSet, '00080016') ?? text(fileMeta, '00020002') ?? '';
  const instance = text(dataSet, '00080018') ?? text(fileMeta, '00020003') ?? '';
  if (!isUid(sopClass) || !isUid(instance)) return { kind: 'unidentified', reason: FAILURE_REASON.cannotUnderstand };
  const failed = (reason: number): Outcome & { kind: 'failed' } => ({ kind: 'failed', sopClass, instance, reason });
  if (!isKnownTransferSyntax(transferSyntax)) return failed(FAILURE_REASON.transferSyntaxNotSupported);
  if (file.defects.some(({ code }) => UNREADABLE.has(code))) return failed(FAILURE_REASON.cannotUnderstand);
  const study = text(dataSet, '0020000D') ?? '';
  const series = text(dataSet, '0020000E') ?? '';
  const identified = [study, series, text(dataSet, '00080016') ?? '', text(dataSet, '00080018') ?? ''];
  if (!identified.every(isUid)) return failed(FAILURE_REASON.doesNotMatchSopClass);
  return { study, series, instance, sopClass, transferSyntax, bytes };
}
