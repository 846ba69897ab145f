import type { ByteSource } from '../bytes/byte-source.ts';
import { readAll } from '../bytes/byte-source.ts';
import { littleEndianSource } from './byte-order.ts';
import type { DataElement, DataSet } from './data-set.ts';
import { isExactNumber } from './decimal.ts';
import { elementNumbers, elementTexts } from './values.ts';
import { BINARY_VRS, vrFacts } from './vr.ts';

/** Component groups of a PN value; empty ones are absent (PS3.18 §F.2.2). */
export interface DicomJsonPersonName {
  readonly Alphabetic?: string;
  readonly Ideographic?: string;
  readonly Phonetic?: string;
}
export type DicomJsonValue = string | number | null | DicomJsonPersonName | DicomJsonDataSet;

/** An attribute of the DICOM JSON Model: at most one of Value, BulkDataURI and InlineBinary. */
export interface DicomJsonAttribute {
  readonly vr: string;
  readonly Value?: readonly DicomJsonValue[];
  readonly BulkDataURI?: string;
  readonly InlineBinary?: string;
}
/** A data set of the DICOM JSON Model: attributes by tag, eight upper-case hexadecimal digits. */
export interface DicomJsonDataSet {
  readonly [tag: string]: DicomJsonAttribute;
}

interface DicomJsonOptions {
  /**
   * URI under which the value of an element can be had, or null to put the value inline. Asked for every element that
   * is neither empty nor a sequence; `path` holds the tags and item numbers (from 0) that lead to its data set.
   */
  readonly bulkDataUri?: (element: DataElement, path: readonly (string | number)[]) => string | null;
}

/**
 * The data set in the DICOM JSON Model (PS3.18 §F.2): group lengths left out, IS, DS, SV and UV as numbers where a
 * JSON number keeps the stored one exactly and as strings otherwise, binary values base64 in little endian. Specific
 * Character Set keeps its stored value. Values go inline unless `bulkDataUri` names a place for them.
 */
export function toDicomJson(dataSet: DataSet, options: DicomJsonOptions = {}): DicomJsonDataSet {
  return dataSetOf(dataSet, options, []);
}

function dataSetOf(dataSet: DataSet, options: DicomJsonOptions, path: readonly (string | number)[]): DicomJsonDataSet {
  const tags = [...dataSet.elements.keys()].filter((tag) => !tag.endsWith('0000')).sort();
  const json: Record<string, DicomJsonAttribute> = {};
  for (const tag of tags) {
    const element = dataSet.elements.get(tag);
    if (element) json[tag] = attributeOf(element, dataSet, options, path);
  }
  return json;
}

function attributeOf(
  element: DataElement,
  dataSet: DataSet,
  options: DicomJsonOptions,
  path: readonly (string | number)[],
): DicomJsonAttribute {
  const { tag, vr, items, value } = element;
  if (items) {
    const Value = items.map((item, index) => dataSetOf(item, options, [...path, tag, index]));
    return Value.length > 0 ? { vr, Value } : { vr };
  }
  if (value.length === 0) return { vr };
  const BulkDataURI = options.bulkDataUri?.(element, path);
  if (BulkDataURI) return { vr, BulkDataURI };
  if (BINARY_VRS.has(vr)) return { vr, InlineBinary: base64(littleEndianValue(element, dataSet)) };
  const Value = valuesOf(element, dataSet);
  return Value.length > 0 ? { vr, Value } : { vr };
}

/** The value field of an element in little-endian byte order, padding included; nothing is copied for little-endian sources. */
export function littleEndianValue(element: DataElement, dataSet: DataSet): ByteSource {
  if (dataSet.littleEndian || element.fragments) return element.value;
  return littleEndianSource(element.value, vrFacts(element.vr).valueSize);
}

function base64(source: ByteSource): string {
  const bytes = readAll(source);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function valuesOf(element: DataElement, dataSet: DataSet): readonly DicomJsonValue[] {
  switch (element.vr) {
    case 'IS':
    case 'DS':
      return elementTexts(element, dataSet).map((text) =>
        text === '' ? null : isExactNumber(text) ? Number(text) + 0 : text,
      );
    case 'PN':
      return elementTexts(element, dataSet).map(personName);
    case 'FL':
    case 'FD':
    case 'SL':
    case 'SS':
    case 'SV':
    case 'UL':
    case 'US':
    case 'UV':
      return elementNumbers(element, dataSet).map(jsonNumber);
    default:
      return elementTexts(element, dataSet).map((text) => (text === '' ? null : text));
  }
}

/** JSON has no infinities, no NaN and no promise beyond 2^53: those are written as text (PS3.18 Table F.2.3-1). */
function jsonNumber(value: number | bigint): number | string {
  const number = Number(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(number) ? number : String(value);
  return Number.isFinite(number) ? number : Number.isNaN(number) ? 'NaN' : number > 0 ? 'inf' : '-inf';
}

function personName(text: string): DicomJsonPersonName | null {
  const [alphabetic, ideographic, phonetic] = text.split('=').map((group) => group.replace(/ +$/, ''));
  const name = {
    ...(alphabetic ? { Alphabetic: alphabetic } : {}),
    ...(ideographic ? { Ideographic: ideographic } : {}),
    ...(phonetic ? { Phonetic: phonetic } : {}),
  };
  return Object.keys(name).length > 0 ? name : null;
}
