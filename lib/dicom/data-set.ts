import type { ByteSource } from '../bytes/byte-source.ts';
import type { ValueRepresentation } from './vr.ts';

/** A data element as it lies in the source. `tag` is eight upper-case hexadecimal digits. */
export interface DataElement {
  readonly tag: string;
  readonly vr: ValueRepresentation;
  /** Offset of the tag in the source of the data set. */
  readonly offset: number;
  /** The value field, padding included, in the byte order of the source. Empty for SQ; the fragments for encapsulated data. */
  readonly value: ByteSource;
  /** Items of an SQ. */
  readonly items?: readonly DataSet[];
  /** Fragments of encapsulated pixel data without the offset table; absent when the value is native. */
  readonly fragments?: readonly ByteSource[];
  readonly basicOffsetTable?: readonly number[];
}

/** A data set: its elements by tag, in the order in which they were read. */
export interface DataSet {
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly littleEndian: boolean;
  /** Specific Character Set in force, inherited by items (PS3.5 §6.1.2). */
  readonly characterSets: readonly string[];
}
