import type { ByteSource } from '../bytes/byte-source.ts';
import type { DataSet } from './data-set.ts';

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
}
