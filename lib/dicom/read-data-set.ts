import { type ByteSource, memorySource, sliceSource } from '../bytes/byte-source.ts';
import type { DataSet } from './data-set.ts';
import { checkTag, checkValue } from './element-checks.ts';
import { type ElementHeader, readHeader } from './element-header.ts';
import { readFragments } from './fragments.ts';
import { type MutableDataSet, type MutableElement, settleImplicitVrs } from './implicit-vr.ts';
import type { ReportDefect } from './part10-error.ts';
import { ITEM, ITEM_DELIMITATION, printedTag, SEQUENCE_DELIMITATION, tagText, UNDEFINED_LENGTH } from './tag.ts';
import { type Encoding, IMPLICIT_LITTLE_ENDIAN } from './transfer-syntax.ts';
import { Walk } from './walk.ts';

/** Deeper sequences are not read: real ones stay under ten levels. */
const DEEPEST = 64;
const PIXEL_DATA = 0x7fe00010;
const SPECIFIC_CHARACTER_SET = 0x00080005;
const EMPTY = memorySource(new Uint8Array(0));

interface ReadOptions {
  readonly encoding: Encoding;
  /** Offset of the first tag; 0 unless given. */
  readonly start?: number;
  /** Reading ends before the first element of another group: the file meta information has only one. */
  readonly onlyGroup?: number;
}

/**
 * Indexes the data set that starts in a source: elements, items and fragments as ranges, no value copied. Never throws:
 * what deviates from PS3.5 is reported, and what comes after bytes that cannot be followed is left out.
 * Returns the data set and the offset at which reading ended.
 */
export function readDataSet(
  source: ByteSource,
  { encoding, start = 0, onlyGroup }: ReadOptions,
  report: ReportDefect,
): { readonly dataSet: DataSet; readonly end: number } {
  const dataSet = emptyDataSet(encoding, []);
  const scope: Scope = { end: source.length, encoding, delimited: false, depth: 0, onlyGroup };
  const end = readElements(new Walk(source, report), start, scope, dataSet);
  if (!encoding.explicitVr) settleImplicitVrs(dataSet);
  return { dataSet, end };
}

function emptyDataSet({ littleEndian }: Encoding, characterSets: readonly string[]): MutableDataSet {
  return { elements: new Map(), littleEndian, characterSets };
}

/** Where a data set or a sequence ends, and how it is encoded. */
interface Scope {
  readonly end: number;
  readonly encoding: Encoding;
  /** Ends with a delimitation item, since its length is undefined. */
  readonly delimited: boolean;
  readonly depth: number;
  readonly onlyGroup?: number | undefined;
}

/** Reads the elements of a data set or an item, and returns the offset at which reading ended. */
function readElements(walk: Walk, start: number, scope: Scope, target: MutableDataSet): number {
  const { end, encoding, delimited, depth, onlyGroup } = scope;
  const isWholeDataSet = depth === 0 && onlyGroup === undefined;
  let at = start;
  let lastTag = -1;
  while (at < end && !walk.lost) {
    const tag = walk.tag(at, end, encoding);
    if (onlyGroup !== undefined && tag >= 0 && tag >>> 16 !== onlyGroup) return at;
    if (tag === ITEM_DELIMITATION && delimited) return walk.endOfDelimitation(at, encoding);
    const trailing = isWholeDataSet && tag <= lastTag;
    if (tag < 0 || (trailing && tag >>> 16 === 0)) {
      const code = trailing ? 'trailing-bytes' : 'truncated';
      walk.lose(code, at, `${end - at} bytes ${trailing ? 'after the last element ' : ''}are no element`);
      return at;
    }
    if (tag >>> 16 === 0xfffe) {
      walk.lose('bad-delimiter', at, `${printedTag(tagText(tag))} stands where an element was due`);
      return at;
    }
    const header = walk.count(at) ? readHeader(walk, at, tag, end, encoding, trailing) : undefined;
    if (!header) return at;
    checkTag(header, target.elements, lastTag, onlyGroup !== undefined, walk.report);
    const { element, next } = readElement(walk, header, scope, target);
    if (!target.elements.has(element.tag)) target.elements.set(element.tag, element);
    lastTag = Math.max(lastTag, tag);
    at = next;
  }
  if (delimited && !walk.lost) walk.report('bad-delimiter', at, 'an item of undefined length has no delimitation');
  return at;
}

interface Read {
  readonly element: MutableElement;
  /** Offset of the next element. */
  readonly next: number;
}

function readElement(walk: Walk, header: ElementHeader, scope: Scope, target: MutableDataSet): Read {
  const { tag, name, offset, facts, valueOffset, length } = header;
  if (length === UNDEFINED_LENGTH) return readUndefinedLength(walk, header, scope, target);
  const there = Math.min(length, scope.end - valueOffset);
  if (length % 2 === 1) walk.report('odd-length', offset, `${printedTag(name)} has the odd length ${length}`);
  if (there < length) {
    walk.report('truncated', offset, `${printedTag(name)} claims ${length} bytes, ${there} are there`);
  }
  const next = valueOffset + there;
  const base = { tag: name, vr: facts.vr, offset };
  if (facts.vr === 'SQ') {
    const { items } = readItems(walk, valueOffset, { ...scope, end: next, delimited: false }, target);
    walk.recover();
    return { element: { ...base, value: EMPTY, items }, next };
  }
  checkValue(header, walk.window, walk.report);
  const value = sliceSource(walk.source, valueOffset, there);
  if (tag === SPECIFIC_CHARACTER_SET) target.characterSets = characterSetsOf(value);
  return { element: { ...base, value }, next };
}

function readUndefinedLength(walk: Walk, header: ElementHeader, scope: Scope, target: MutableDataSet): Read {
  const { tag, name, offset, facts, valueOffset } = header;
  const { vr } = facts;
  if (!(vr === 'SQ' || vr === 'UN' || tag === PIXEL_DATA)) {
    walk.report('bad-undefined-length', offset, `${printedTag(name)} ${vr} has undefined length`);
  }
  if (vr === 'OB' || vr === 'OW') {
    const { next, ...encapsulated } = readFragments(walk, valueOffset, scope.end, scope.encoding);
    return { element: { tag: name, vr, offset, ...encapsulated }, next };
  }
  // PS3.5 §6.2.2: UN of undefined length holds a sequence in Implicit VR Little Endian.
  const encoding = vr === 'SQ' || !scope.encoding.explicitVr ? scope.encoding : IMPLICIT_LITTLE_ENDIAN;
  const { items, next } = readItems(walk, valueOffset, { ...scope, encoding, delimited: true }, target);
  if (encoding !== scope.encoding) for (const item of items) settleImplicitVrs(item);
  return { element: { tag: name, vr: 'SQ', offset, value: EMPTY, items }, next };
}

/** Reads the items of a sequence (PS3.5 §7.5). */
function readItems(walk: Walk, start: number, scope: Scope, parent: MutableDataSet) {
  const { end, encoding, delimited } = scope;
  const depth = scope.depth + 1;
  const items: MutableDataSet[] = [];
  let at = start;
  if (depth > DEEPEST) walk.exhaust(at, `sequences are nested deeper than ${DEEPEST} levels`);
  while (at < end && !walk.lost) {
    const tag = walk.tag(at, end, encoding);
    if (tag === SEQUENCE_DELIMITATION && delimited) return { items, next: walk.endOfDelimitation(at, encoding) };
    if (tag !== ITEM) {
      const found = tag < 0 ? `an end after ${end - at} bytes` : printedTag(tagText(tag));
      walk.lose(tag < 0 ? 'truncated' : 'bad-delimiter', at, `${found} stands where an item was due`);
      return { items, next: at };
    }
    if (!walk.count(at)) break;
    const item = emptyDataSet(encoding, parent.characterSets);
    items.push(item);
    at = readItem(walk, at, { ...scope, depth, onlyGroup: undefined }, item);
  }
  if (delimited && !walk.lost) walk.report('bad-delimiter', at, 'a sequence of undefined length has no delimitation');
  return { items, next: at };
}

function readItem(walk: Walk, at: number, scope: Scope, item: MutableDataSet): number {
  const start = at + 8;
  const length = walk.window.uint32(at + 4, scope.encoding.littleEndian);
  if (length === UNDEFINED_LENGTH) return readElements(walk, start, { ...scope, delimited: true }, item);
  const there = Math.min(length, scope.end - start);
  if (there < length) walk.report('truncated', at, `an item claims ${length} bytes, ${there} are there`);
  if (length % 2 === 1) walk.report('odd-length', at, `an item has the odd length ${length}`);
  readElements(walk, start, { ...scope, end: start + there, delimited: false }, item);
  walk.recover();
  return start + there;
}

const MOST_CHARACTER_SET_BYTES = 1024;

function characterSetsOf(value: ByteSource): readonly string[] {
  const text = Buffer.from(value.read(0, MOST_CHARACTER_SET_BYTES)).toString('latin1');
  return text.split('\\').map((term) => term.replace(/\0+$/, '').trim());
}
