import { memorySource } from '../bytes/byte-source.ts';
import type { DataElement } from '../dicom/data-set.ts';
import { type DicomJsonDataSet, toDicomJson } from '../dicom/json.ts';
import { type Part10, readPart10 } from '../dicom/part10.ts';
import { rememberLatest } from '../dicom/remember-latest.ts';
import { BINARY_VRS } from '../dicom/vr.ts';
import { type Instance, instancePath } from './instance.ts';

/** Binary values longer than this are referred to, not carried in metadata. */
const INLINE_BYTES = 1024;
/** Text that PS3.18 §10.4.3.3.2 allows to be referred to, and that can be long. */
const LONG_TEXT = new Set(['LT', 'ST', 'UC', 'UT']);
const INLINE_TEXT_BYTES = 16_384;

/** An archive of many small instances keeps bytes, and what was read of the instances that were asked for last. */
const KEPT = 64;
/** What is read of a larger instance is not kept, and neither are its bytes once it is deleted. */
const SMALL_BYTES = 1 << 20;

const readBytes = (bytes: Uint8Array): Part10 => readPart10(memorySource(bytes));
const readFewBytes = rememberLatest(KEPT, readBytes);

/** The file of an instance. */
export function readInstance({ bytes }: Instance): Part10 {
  return bytes.length > SMALL_BYTES ? readBytes(bytes) : readFewBytes(bytes);
}

function isBulk({ tag, vr, value, fragments }: DataElement, path: readonly (string | number)[]): boolean {
  if (fragments !== undefined || (tag === '7FE00010' && path.length === 0)) return true;
  if (BINARY_VRS.has(vr)) return value.length > INLINE_BYTES;
  return LONG_TEXT.has(vr) && value.length > INLINE_TEXT_BYTES;
}

const attributes = latestJson();
const metadata = latestJson();

/** The data set of an instance as DICOM JSON without its bulk data. */
export function attributesOf(instance: Instance): DicomJsonDataSet {
  return attributes(instance, '');
}

/** The data set of an instance as DICOM JSON; pixel data and other long values are BulkDataURI below `base`. */
export function metadataOf(instance: Instance, base: string): DicomJsonDataSet {
  return metadata(instance, base);
}

/** Makes DICOM JSON of an instance once for those who ask with the same base, as most clients of a server do. */
function latestJson(): (instance: Instance, base: string) => DicomJsonDataSet {
  const latest = rememberLatest(KEPT, (_: Uint8Array): { prefix: string | null; dataSet: DicomJsonDataSet } => ({
    prefix: null,
    dataSet: {},
  }));
  return (instance, base) => {
    const prefix = `${base}${instancePath(instance)}/bulkdata/`;
    if (instance.bytes.length > SMALL_BYTES) return asJson(instance, prefix);
    const made = latest(instance.bytes);
    if (made.prefix !== prefix) Object.assign(made, { prefix, dataSet: asJson(instance, prefix) });
    return made.dataSet;
  };
}

function asJson(instance: Instance, prefix: string): DicomJsonDataSet {
  return toDicomJson(readInstance(instance).dataSet, {
    bulkDataUri: (element, path) => (isBulk(element, path) ? prefix + [...path, element.tag].join('/') : null),
  });
}

/** Paths of the elements of an instance whose values are bulk data, as they stand in its metadata. */
export function bulkDataElements(instance: Instance): string[] {
  const paths: string[] = [];
  toDicomJson(readInstance(instance).dataSet, {
    bulkDataUri: (element, path) => {
      if (!isBulk(element, path)) return null;
      paths.push([...path, element.tag].join('/'));
      return 'noted';
    },
  });
  return paths;
}
