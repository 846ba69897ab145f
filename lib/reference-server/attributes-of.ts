import { memorySource } from '../bytes/byte-source.ts';
import type { DataElement } from '../dicom/data-set.ts';
import { type DicomJsonDataSet, toDicomJson } from '../dicom/json.ts';
import { type Part10, readPart10 } from '../dicom/part10.ts';
import { BINARY_VRS } from '../dicom/vr.ts';
import { type Instance, instancePath } from './instance.ts';

/** Binary values longer than this are referred to, not carried in metadata. */
const INLINE_BYTES = 1024;
/** Text that PS3.18 §10.4.3.3.2 allows to be referred to, and that can be long. */
const LONG_TEXT = new Set(['LT', 'ST', 'UC', 'UT']);
const INLINE_TEXT_BYTES = 16_384;

/** The file of an instance, read anew: an archive of many small instances keeps bytes, not indexes. */
export function readInstance({ bytes }: Instance): Part10 {
  return readPart10(memorySource(bytes));
}

function isBulk({ tag, vr, value, fragments }: DataElement, path: readonly (string | number)[]): boolean {
  if (fragments !== undefined || (tag === '7FE00010' && path.length === 0)) return true;
  if (BINARY_VRS.has(vr)) return value.length > INLINE_BYTES;
  return LONG_TEXT.has(vr) && value.length > INLINE_TEXT_BYTES;
}

/** The data set of an instance as DICOM JSON without its bulk data. */
export function attributesOf(instance: Instance): DicomJsonDataSet {
  return metadataOf(instance, '');
}

/** The data set of an instance as DICOM JSON; pixel data and other long values are BulkDataURI below `base`. */
export function metadataOf(instance: Instance, base: string): DicomJsonDataSet {
  const prefix = `${base}${instancePath(instance)}/bulkdata/`;
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
