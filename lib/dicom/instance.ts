import type { ByteSource } from '../bytes/byte-source.ts';
import type { DataSet } from './data-set.ts';
import { keywordOf } from './dictionary.ts';
import { type Part10, Part10Error, readPart10 } from './part10.ts';
import { printedTag } from './tag.ts';
import { text } from './values.ts';

/** A stored or to-be-stored instance: where its bytes are, and its data set read as far as needed. */
export interface StoredInstance {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly sopClass: string;
  readonly transferSyntax: string;
  readonly source: ByteSource;
  readonly dataSet: DataSet;
  /** Name for people: file name or picture name. */
  readonly name: string;
  /** Set where the server said that it stored the instance without some of its elements. */
  readonly isReduced?: boolean;
  /** Native little-endian pixels of each frame, where it was compressed from them: nobody needs a codec to know. */
  readonly decoded?: readonly Uint8Array[];
}

/**
 * Reads a DICOM file as an instance. Throws Part10Error when it cannot be read, or lacks one of the UIDs by which a
 * server knows it.
 */
export function openInstance(source: ByteSource, name: string): StoredInstance {
  return instanceOf(readPart10(source), source, name);
}

/** The instance in a file that has been read. Throws Part10Error when it lacks a UID. */
export function instanceOf({ dataSet, transferSyntax }: Part10, source: ByteSource, name: string): StoredInstance {
  return {
    study: uid(dataSet, '0020000D'),
    series: uid(dataSet, '0020000E'),
    instance: uid(dataSet, '00080018'),
    sopClass: uid(dataSet, '00080016'),
    transferSyntax,
    source,
    dataSet,
    name,
  };
}

function uid(dataSet: DataSet, tag: string): string {
  const value = text(dataSet, tag);
  if (value) return value;
  throw new Part10Error('missing-uid', 0, `the data set has no ${keywordOf(tag)} ${printedTag(tag)}`);
}
