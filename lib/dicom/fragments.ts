import { type ByteSource, sliceSource } from '../bytes/byte-source.ts';
import { ITEM, printedTag, SEQUENCE_DELIMITATION, tagText, UNDEFINED_LENGTH } from './tag.ts';
import type { Encoding } from './transfer-syntax.ts';
import type { Walk } from './walk.ts';

/** Encapsulated pixel data (PS3.5 §A.4). */
interface Encapsulated {
  /** All items, that of the basic offset table included, without the sequence delimitation. */
  readonly value: ByteSource;
  readonly fragments: readonly ByteSource[];
  readonly basicOffsetTable: readonly number[];
  /** Offset of the next element. */
  readonly next: number;
}

/** Reads the items of encapsulated pixel data that start at `start` and end before `end`. */
export function readFragments(walk: Walk, start: number, end: number, encoding: Encoding): Encapsulated {
  const fragments: ByteSource[] = [];
  let basicOffsetTable: readonly number[] | undefined;
  let at = start;
  const result = (next: number): Encapsulated => ({
    value: sliceSource(walk.source, start, at - start),
    fragments,
    basicOffsetTable: basicOffsetTable ?? [],
    next,
  });
  while (at < end) {
    const tag = walk.tag(at, end, encoding);
    if (tag === SEQUENCE_DELIMITATION) {
      if (!basicOffsetTable) walk.report('bad-offset-table', at, 'there is no item of a basic offset table');
      return result(walk.endOfDelimitation(at, encoding));
    }
    const length = tag === ITEM ? walk.window.uint32(at + 4, encoding.littleEndian) : UNDEFINED_LENGTH;
    if (length === UNDEFINED_LENGTH) {
      const found = tag < 0 ? 'the end' : tag === ITEM ? 'an item of undefined length' : printedTag(tagText(tag));
      walk.lose('bad-delimiter', at, `${found} stands where a fragment was due`);
      return result(at);
    }
    if (!walk.count(at)) return result(at);
    const there = Math.min(length, end - at - 8);
    if (length % 2 === 1) walk.report('odd-length', at, `a fragment has the odd length ${length}`);
    if (there < length) walk.report('truncated', at, `a fragment claims ${length} bytes, ${there} are there`);
    if (basicOffsetTable) fragments.push(sliceSource(walk.source, at + 8, there));
    else basicOffsetTable = readOffsetTable(walk, at, there, encoding);
    at += 8 + there;
  }
  if (!walk.lost) walk.report('bad-delimiter', at, 'encapsulated pixel data have no sequence delimitation');
  return result(at);
}

function readOffsetTable(walk: Walk, at: number, length: number, { littleEndian }: Encoding): readonly number[] {
  if (length % 4 !== 0) {
    walk.report('bad-offset-table', at, `the basic offset table has ${length} bytes, no multiple of 4`);
  }
  const table: number[] = [];
  for (let entry = 0; entry + 4 <= length && walk.count(at); entry += 4) {
    table.push(walk.window.uint32(at + 8 + entry, littleEndian));
  }
  return table;
}
