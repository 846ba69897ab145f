import { type ByteSource, memorySource, sliceSource } from './byte-source.ts';
import { concatSources } from './concat-source.ts';

/** Replaces `removed` bytes at `offset` with others. */
export interface Edit {
  readonly offset: number;
  readonly removed: number;
  readonly bytes: Uint8Array;
}

/** The source with edits applied, which must not overlap; everything between them stays a range of the source. */
export function editSource(source: ByteSource, edits: readonly Edit[]): ByteSource {
  const parts: ByteSource[] = [];
  let at = 0;
  for (const { offset, removed, bytes } of edits.toSorted((left, right) => left.offset - right.offset)) {
    parts.push(sliceSource(source, at, offset - at), memorySource(bytes));
    at = offset + removed;
  }
  parts.push(sliceSource(source, at, source.length - at));
  return concatSources(parts);
}
