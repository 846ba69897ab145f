import { type ByteSource, sliceSource } from '../bytes/byte-source.ts';
import { isCharacterSet } from './character-sets.ts';
import type { DataSet } from './data-set.ts';
import { inflateDataSet } from './deflate.ts';
import { checkFileMeta } from './file-meta.ts';
import { defectList, type Part10Defect, Part10Error, type ReportDefect } from './part10-error.ts';
import { readDataSet } from './read-data-set.ts';
import { seenEncoding } from './seen-encoding.ts';
import {
  type Encoding,
  EXPLICIT_LITTLE_ENDIAN,
  encodingOf,
  IMPLICIT_LITTLE_ENDIAN,
  isDeflated,
  isNative,
} from './transfer-syntax.ts';
import { numbers, text } from './values.ts';

export { type Part10Defect, type Part10DefectCode, Part10Error, type Part10ErrorCode } from './part10-error.ts';

/** A DICOM file (PS3.10 §7), read as far as it can be read. */
export interface Part10 {
  readonly preamble: ByteSource;
  readonly fileMeta: DataSet;
  readonly dataSet: DataSet;
  readonly transferSyntax: string;
  /** What deviates from PS3.10 and PS3.5, in the order in which it was met. */
  readonly defects: readonly Part10Defect[];
  /** Where the offsets of data set elements count: the file itself, or the inflated data set of a deflated one. */
  readonly dataSetSource: ByteSource;
  /** Offset of the first byte after the file meta information. */
  readonly fileMetaEnd: number;
}

const PREAMBLE = 128;
const PREFIX = [0x44, 0x49, 0x43, 0x4d];
const FILE_META = 132;
const META_GROUP = 0x0002;

/** Whether a source has the DICM prefix behind a preamble; says nothing about the rest. */
export function isPart10(source: ByteSource): boolean {
  const prefix = source.read(PREAMBLE, PREFIX.length);
  return PREFIX.every((octet, index) => prefix[index] === octet);
}

/**
 * Reads a DICOM file: file meta information in full, and an index of the data set whose values stay ranges of the
 * source. Throws Part10Error when there is no DICM prefix or no transfer syntax, or a deflated data set cannot be
 * inflated; every other deviation is a defect.
 */
export function readPart10(source: ByteSource): Part10 {
  if (source.length < FILE_META) {
    throw new Part10Error('too-short', source.length, `${source.length} bytes are too few for a preamble and a prefix`);
  }
  if (!isPart10(source)) throw new Part10Error('no-prefix', PREAMBLE, 'no DICM prefix after the preamble');
  const { defects, report } = defectList();
  const explicit = isVr(source.read(FILE_META + 4, 2));
  if (!explicit)
    report(
      'meta-not-explicit-little-endian',
      FILE_META,
      'the file meta information is not in Explicit VR Little Endian',
    );
  const metaEncoding = explicit ? EXPLICIT_LITTLE_ENDIAN : IMPLICIT_LITTLE_ENDIAN;
  const meta = readDataSet(source, { encoding: metaEncoding, start: FILE_META, onlyGroup: META_GROUP }, report);
  const transferSyntax = text(meta.dataSet, '00020010');
  if (!transferSyntax) {
    throw new Part10Error(
      'no-transfer-syntax',
      FILE_META,
      'the file meta information names no Transfer Syntax UID (0002,0010)',
    );
  }
  const deflated = isDeflated(transferSyntax);
  const dataSetSource = deflated ? inflateDataSet(source, meta.end, report) : source;
  const start = deflated ? 0 : meta.end;
  const named = encodingOf(transferSyntax);
  const encoding = seenEncoding(dataSetSource, start, named);
  if (nameOf(encoding) !== nameOf(named)) {
    const otherwise = `${nameOf(encoding)}, and ${transferSyntax} is ${nameOf(named)}`;
    report('other-encoding', start, `the data set begins in ${otherwise}`);
  }
  const { dataSet } = readDataSet(dataSetSource, { encoding, start }, report);
  checkFileMeta(meta.dataSet, meta.end, dataSet, report);
  checkCharacterSets(dataSet, report);
  checkEncapsulation(dataSet, transferSyntax, report);
  checkPixelVr(dataSet, encoding, report);
  return {
    preamble: sliceSource(source, 0, PREAMBLE),
    fileMeta: meta.dataSet,
    dataSet,
    transferSyntax,
    defects,
    dataSetSource,
    fileMetaEnd: meta.end,
  };
}

function checkCharacterSets(dataSet: DataSet, report: ReportDefect): void {
  const offset = dataSet.elements.get('00080005')?.offset;
  for (const term of dataSet.characterSets) {
    if (!isCharacterSet(term))
      report('unknown-character-set', offset ?? 0, `${JSON.stringify(term)} is no character set`);
  }
}

function checkEncapsulation(dataSet: DataSet, transferSyntax: string, report: ReportDefect): void {
  const pixelData = dataSet.elements.get('7FE00010');
  const native = isNative(transferSyntax);
  if (!pixelData || native === null || native === (pixelData.fragments === undefined)) return;
  const found = native ? 'encapsulated' : 'native';
  report('wrong-encapsulation', pixelData.offset, `pixel data are ${found} in the transfer syntax ${transferSyntax}`);
}

/** PS3.5 §A.2 and §A.4: OB for encapsulated pixel data; OW for native ones, or OB where a sample is a byte at most. */
function checkPixelVr(dataSet: DataSet, encoding: Encoding, report: ReportDefect): void {
  const pixelData = dataSet.elements.get('7FE00010');
  if (!pixelData || !encoding.explicitVr) return;
  const { vr, fragments, offset } = pixelData;
  const [bits = 0] = numbers(dataSet, '00280100');
  if (vr === (fragments ? 'OB' : 'OW') || (vr === 'OB' && bits <= 8)) return;
  const what = fragments ? 'encapsulated' : `native with ${bits} Bits Allocated`;
  report('wrong-pixel-vr', offset, `pixel data have VR ${vr} and are ${what}`);
}

function nameOf({ explicitVr, littleEndian }: Encoding): string {
  return `${explicitVr ? 'Explicit' : 'Implicit'} VR ${littleEndian ? 'Little' : 'Big'} Endian`;
}

function isVr(letters: Uint8Array): boolean {
  return letters.length === 2 && letters.every((letter) => letter >= 0x41 && letter <= 0x5a);
}
