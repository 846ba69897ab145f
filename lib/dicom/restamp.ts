import { type ByteSource, memorySource, readAll, sliceSource } from '../bytes/byte-source.ts';
import { concatSources } from '../bytes/concat-source.ts';
import { type Edit, editSource } from '../bytes/edit-source.ts';
import type { DataElement, DataSet } from './data-set.ts';
import { deflateDataSet } from './deflate.ts';
import { Part10Error, readPart10 } from './part10.ts';
import { UNDEFINED_LENGTH } from './tag.ts';
import { type Encoding, EXPLICIT_LITTLE_ENDIAN, encodingOf, IMPLICIT_LITTLE_ENDIAN } from './transfer-syntax.ts';
import { elementTexts } from './values.ts';

const LONGEST_SHORT_VALUE = 0xfffe;

/**
 * A DICOM file with UIDs replaced wherever an element of VR UI names them: file meta information, data set, items of
 * sequences. Lengths of values, items, sequences and groups follow; every other byte stays, as a range of the source
 * (a deflated data set is inflated and deflated again). Throws Part10Error for a file that cannot be read.
 */
export function restampUids(source: ByteSource, replacements: ReadonlyMap<string, string>): ByteSource {
  const { fileMeta, dataSet, dataSetSource, fileMetaEnd, transferSyntax } = readPart10(source);
  const metaEdits: Edit[] = [];
  editDataSet({ source, replacements, edits: metaEdits }, fileMeta, EXPLICIT_LITTLE_ENDIAN);
  const edits: Edit[] = [];
  editDataSet({ source: dataSetSource, replacements, edits }, dataSet, encodingOf(transferSyntax));
  if (dataSetSource === source) return editSource(source, [...metaEdits, ...edits]);
  const meta = editSource(sliceSource(source, 0, fileMetaEnd), metaEdits);
  return concatSources([meta, memorySource(deflateDataSet(readAll(editSource(dataSetSource, edits))))]);
}

interface Work {
  readonly source: ByteSource;
  readonly replacements: ReadonlyMap<string, string>;
  readonly edits: Edit[];
}

/** Collects the edits of a data set and returns by how many bytes it grows. */
function editDataSet(work: Work, dataSet: DataSet, encoding: Encoding): number {
  const growthOfGroup = new Map<string, number>();
  let growth = 0;
  for (const element of dataSet.elements.values()) {
    const grown = element.items
      ? editSequence(work, element, element.items, encoding)
      : element.vr === 'UI'
        ? editUids(work, element, dataSet, encoding)
        : 0;
    const group = element.tag.slice(0, 4);
    growthOfGroup.set(group, (growthOfGroup.get(group) ?? 0) + grown);
    growth += grown;
  }
  for (const [group, grown] of growthOfGroup) {
    const groupLength = dataSet.elements.get(`${group}0000`);
    if (groupLength) addToLength(work, groupLength.offset + 8, grown, encoding);
  }
  return growth;
}

function editSequence(work: Work, element: DataElement, items: readonly DataSet[], encoding: Encoding): number {
  let growth = 0;
  for (const item of items) {
    const [first] = item.elements.values();
    if (!first) continue;
    const grown = editDataSet(work, item, itemEncoding(work, element, encoding));
    addToLength(work, first.offset - 4, grown, { ...encoding, littleEndian: item.littleEndian });
    growth += grown;
  }
  addToLength(work, element.offset + (encoding.explicitVr ? 8 : 4), growth, encoding);
  return growth;
}

/** Items of an UN element of undefined length are in Implicit VR Little Endian (PS3.5 §6.2.2). */
function itemEncoding({ source }: Work, element: DataElement, encoding: Encoding): Encoding {
  if (!encoding.explicitVr) return encoding;
  const [first, second] = source.read(element.offset + 4, 2);
  return first === 0x55 && second === 0x4e ? IMPLICIT_LITTLE_ENDIAN : encoding;
}

/** Adds to the 32-bit length at `offset` unless it is undefined. */
function addToLength({ source, edits }: Work, offset: number, growth: number, { littleEndian }: Encoding): void {
  if (growth === 0) return;
  const field = Uint8Array.from(source.read(offset, 4));
  const view = new DataView(field.buffer);
  const length = view.getUint32(0, littleEndian);
  if (length === UNDEFINED_LENGTH) return;
  view.setUint32(0, length + growth, littleEndian);
  edits.push({ offset, removed: 4, bytes: field });
}

function editUids(work: Work, element: DataElement, dataSet: DataSet, encoding: Encoding): number {
  const uids = elementTexts(element, dataSet);
  if (!uids.some((uid) => work.replacements.has(uid))) return 0;
  const text = uids.map((uid) => work.replacements.get(uid) ?? uid).join('\\');
  const bytes = Buffer.from(text.length % 2 === 0 ? text : `${text}\0`, 'latin1');
  if (encoding.explicitVr && bytes.length > LONGEST_SHORT_VALUE) {
    throw new Part10Error('too-large', element.offset, `${bytes.length} bytes of UIDs are too many for one element`);
  }
  const header = new DataView(new ArrayBuffer(encoding.explicitVr ? 2 : 4));
  if (encoding.explicitVr) header.setUint16(0, bytes.length, encoding.littleEndian);
  else header.setUint32(0, bytes.length, encoding.littleEndian);
  work.edits.push({
    offset: element.offset + 8 - header.byteLength,
    removed: header.byteLength + element.value.length,
    bytes: Buffer.concat([new Uint8Array(header.buffer), bytes]),
  });
  return bytes.length - element.value.length;
}
