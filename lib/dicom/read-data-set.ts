import { type ByteSource, memorySource, sliceSource } from '../bytes/byte-source.ts';
import { SourceWindow } from '../bytes/source-window.ts';
import type { DataElement, DataSet, ValueRepresentation } from './data-set.ts';
import { isPrivate, vrOf } from './dictionary.ts';
import type { ReportDefect } from './part10-error.ts';
import { type Encoding, IMPLICIT_LITTLE_ENDIAN } from './transfer-syntax.ts';
import { type VrFacts, vrFacts, vrFactsByCode } from './vr.ts';

const UNDEFINED_LENGTH = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_DELIMITATION = 0xfffee00d;
const SEQUENCE_DELIMITATION = 0xfffee0dd;
const PIXEL_DATA = 0x7fe00010;
const SPECIFIC_CHARACTER_SET = 0x00080005;

/** Deeper sequences are not read: real ones stay under ten levels. */
const DEEPEST = 64;
/** Elements and items of one data set together, so that a hostile file cannot fill the memory with its index. */
const MOST_ELEMENTS = 2_000_000;

export interface ReadOptions {
  readonly encoding: Encoding;
  /** Offset of the first tag; 0 unless given. */
  readonly start?: number;
  /** Reading ends before the first element of another group (file meta information). */
  readonly onlyGroup?: number;
}

interface Header {
  readonly tag: number;
  readonly facts: VrFacts;
  readonly valueOffset: number;
  readonly length: number;
}
interface MutableDataSet {
  elements: Map<string, DataElement>;
  littleEndian: boolean;
  characterSets: readonly string[];
}

const EMPTY = memorySource(new Uint8Array(0));
const OCTETS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'));

/** A tag as eight upper-case hexadecimal digits. */
function tagText(tag: number): string {
  return `${OCTETS[tag >>> 24]}${OCTETS[(tag >>> 16) & 255]}${OCTETS[(tag >>> 8) & 255]}${OCTETS[tag & 255]}`;
}

/** One pass over a source that builds the index of a data set. It copies no value and throws nothing. */
class DataSetReader {
  readonly #source: ByteSource;
  readonly #window: SourceWindow;
  readonly #report: ReportDefect;
  readonly #onlyGroup: number | undefined;
  /** Set when the bytes no longer tell where the next element starts: every loop ends. */
  #lost = false;
  #count = 0;

  constructor(source: ByteSource, report: ReportDefect, onlyGroup: number | undefined) {
    this.#source = source;
    this.#window = new SourceWindow(source);
    this.#report = report;
    this.#onlyGroup = onlyGroup;
  }

  /**
   * Elements from `start` up to `end`, or up to an item delimitation when `delimited`. Returns where reading ended.
   */
  readDataSet(
    start: number,
    end: number,
    encoding: Encoding,
    delimited: boolean,
    depth: number,
    target: MutableDataSet,
  ) {
    let at = start;
    let lastTag = -1;
    while (at < end && !this.#lost) {
      const tag = this.#tag(at, end, encoding);
      if (tag < 0) {
        this.#lose(
          depth === 0 && this.#onlyGroup === undefined ? 'trailing-bytes' : 'truncated',
          at,
          `${end - at} bytes are too few for an element`,
        );
        break;
      }
      if (depth === 0 && this.#onlyGroup !== undefined && tag >>> 16 !== this.#onlyGroup) return at;
      if (tag === ITEM_DELIMITATION && delimited) return this.#endDelimiter(at, encoding);
      const header = this.#header(at, tag, end, encoding);
      if (!header) break;
      this.#checkOrder(tag, lastTag, at, target);
      lastTag = Math.max(lastTag, tag);
      at = this.#element(at, header, end, encoding, depth, target);
    }
    if (delimited && !this.#lost) this.#report('bad-delimiter', at, 'an item of undefined length has no delimitation');
    return at;
  }

  #tag(at: number, end: number, { littleEndian }: Encoding): number {
    if (end - at < 8) return -1;
    return this.#window.uint16(at, littleEndian) * 0x10000 + this.#window.uint16(at + 2, littleEndian);
  }

  #lose(code: Parameters<ReportDefect>[0], at: number, message: string): void {
    this.#lost = true;
    this.#report(code, at, `${message}: nothing after it was read`);
  }

  #header(at: number, tag: number, end: number, { explicitVr, littleEndian }: Encoding): Header | undefined {
    if (++this.#count > MOST_ELEMENTS) {
      this.#lose('limit-reached', at, `more than ${MOST_ELEMENTS} elements`);
      return undefined;
    }
    if (tag >>> 16 === 0xfffe) {
      this.#lose('bad-delimiter', at, `(${tagText(tag)}) stands where an element was due`);
      return undefined;
    }
    if (!explicitVr) {
      const facts = vrFacts(vrOf(tagText(tag))[0] ?? 'UN');
      return { tag, facts, valueOffset: at + 8, length: this.#window.uint32(at + 4, littleEndian) };
    }
    const code = this.#window.uint16(at + 4, false);
    const facts = vrFactsByCode(code) ?? this.#unknownVr(at, tag, code);
    if (!facts) return undefined;
    if (!facts.longLength)
      return { tag, facts, valueOffset: at + 8, length: this.#window.uint16(at + 6, littleEndian) };
    if (end - at < 12) {
      this.#lose('truncated', at, `(${tagText(tag)}) ends inside its header`);
      return undefined;
    }
    return { tag, facts, valueOffset: at + 12, length: this.#window.uint32(at + 8, littleEndian) };
  }

  /** VRs to come have a 32-bit length (PS3.5 §6.2 note), so two letters can be skipped; anything else cannot. */
  #unknownVr(at: number, tag: number, code: number): VrFacts | undefined {
    const letters = [code >> 8, code & 255];
    const text = letters.map((letter) => OCTETS[letter]).join(' ');
    if (letters.every((letter) => letter >= 0x41 && letter <= 0x5a)) {
      this.#report(
        'unknown-vr',
        at + 4,
        `(${tagText(tag)}) has the VR ${String.fromCharCode(...letters)}, which PS3.5 does not know`,
      );
      return vrFacts('UN');
    }
    this.#lose('unknown-vr', at + 4, `(${tagText(tag)}) has the bytes ${text} where its VR was due`);
    return undefined;
  }

  #checkOrder(tag: number, lastTag: number, at: number, target: MutableDataSet): void {
    if (target.elements.has(tagText(tag)))
      this.#report('duplicate-element', at, `(${tagText(tag)}) occurs again; the first one counts`);
    else if (tag < lastTag) this.#report('out-of-order', at, `(${tagText(tag)}) comes after (${tagText(lastTag)})`);
  }

  /** Reads one element into the data set and returns where the next one starts. */
  #element(at: number, header: Header, end: number, encoding: Encoding, depth: number, target: MutableDataSet): number {
    const { tag, facts, valueOffset, length } = header;
    const name = tagText(tag);
    const base = { tag: name, vr: facts.vr, offset: at };
    if (length === UNDEFINED_LENGTH) return this.#undefinedLength(base, header, end, encoding, depth, target);
    if (length % 2 === 1) this.#report('odd-length', at, `(${name}) has the odd length ${length}`);
    let valueEnd = valueOffset + length;
    if (valueEnd > end) {
      this.#report('truncated', at, `(${name}) claims ${length} bytes, ${end - valueOffset} are there`);
      valueEnd = end;
    }
    if (facts.vr === 'SQ') {
      const items = this.#items(valueOffset, valueEnd, encoding, false, depth, target);
      this.#keep(target, { ...base, value: EMPTY, items: items.items });
      return valueEnd;
    }
    this.#checkValue(header, at);
    const value = sliceSource(this.#source, valueOffset, valueEnd - valueOffset);
    this.#keep(target, { ...base, value });
    if (tag === SPECIFIC_CHARACTER_SET) target.characterSets = characterSetsOf(value);
    return valueEnd;
  }

  #keep(target: MutableDataSet, element: DataElement): void {
    if (!target.elements.has(element.tag)) target.elements.set(element.tag, element);
  }

  #checkValue({ tag, facts, valueOffset, length }: Header, at: number): void {
    if (length % facts.valueSize !== 0 && length % 2 === 0) {
      this.#report(
        'wrong-value-length',
        at,
        `(${tagText(tag)}) ${facts.vr} has ${length} bytes, no multiple of ${facts.valueSize}`,
      );
    }
    if (facts.padding === null || facts.vr === 'OB' || facts.vr === 'UN' || length === 0) return;
    const last = this.#window.uint8(valueOffset + length - 1);
    if (last === (facts.padding === 0 ? 0x20 : 0)) {
      const wrong = last === 0 ? 'a NUL' : 'a space';
      this.#report('wrong-padding', valueOffset + length - 1, `(${tagText(tag)}) ${facts.vr} is padded with ${wrong}`);
    }
  }

  #undefinedLength(
    base: { tag: string; vr: ValueRepresentation; offset: number },
    { tag, facts, valueOffset }: Header,
    end: number,
    encoding: Encoding,
    depth: number,
    target: MutableDataSet,
  ): number {
    if (facts.vr === 'OB' || facts.vr === 'OW') {
      if (tag !== PIXEL_DATA)
        this.#report('bad-undefined-length', base.offset, `(${base.tag}) ${facts.vr} has undefined length`);
      return this.#encapsulated(base, valueOffset, end, encoding, target);
    }
    if (facts.vr !== 'SQ' && facts.vr !== 'UN') {
      this.#report('bad-undefined-length', base.offset, `(${base.tag}) ${facts.vr} has undefined length`);
    }
    // PS3.5 §6.2.2 note 3: UN of undefined length holds a sequence in Implicit VR Little Endian.
    const itemEncoding = facts.vr === 'SQ' || !encoding.explicitVr ? encoding : IMPLICIT_LITTLE_ENDIAN;
    const { items, next } = this.#items(valueOffset, end, itemEncoding, true, depth, target);
    this.#keep(target, { ...base, vr: 'SQ', value: EMPTY, items });
    return next;
  }

  #items(start: number, end: number, encoding: Encoding, delimited: boolean, depth: number, parent: MutableDataSet) {
    const items: DataSet[] = [];
    let at = start;
    if (depth >= DEEPEST) {
      this.#report('limit-reached', at, `sequences deeper than ${DEEPEST} are not read`);
      this.#lost ||= delimited;
      return { items, next: end };
    }
    while (at < end && !this.#lost) {
      const tag = this.#tag(at, end, encoding);
      if (tag === SEQUENCE_DELIMITATION && delimited) return { items, next: this.#endDelimiter(at, encoding) };
      if (tag !== ITEM) {
        this.#lose(
          tag < 0 ? 'truncated' : 'bad-delimiter',
          at,
          tag < 0 ? `${end - at} bytes are too few for an item` : `(${tagText(tag)}) stands where an item was due`,
        );
        return { items, next: end };
      }
      if (++this.#count > MOST_ELEMENTS) {
        this.#lose('limit-reached', at, `more than ${MOST_ELEMENTS} elements`);
        return { items, next: end };
      }
      const length = this.#window.uint32(at + 4, encoding.littleEndian);
      const item = emptyDataSet(encoding.littleEndian, parent.characterSets);
      if (length === UNDEFINED_LENGTH) at = this.readDataSet(at + 8, end, encoding, true, depth + 1, item);
      else {
        if (length > end - at - 8)
          this.#report('truncated', at, `an item claims ${length} bytes, ${end - at - 8} are there`);
        const itemEnd = Math.min(end, at + 8 + length);
        this.readDataSet(at + 8, itemEnd, encoding, false, depth + 1, item);
        at = itemEnd;
      }
      items.push(item);
    }
    if (delimited && !this.#lost)
      this.#report('bad-delimiter', at, 'a sequence of undefined length has no delimitation');
    return { items, next: at };
  }

  /** Fragments after the basic offset table (PS3.5 §A.4). `value` spans all items without the sequence delimitation. */
  #encapsulated(
    base: { tag: string; vr: ValueRepresentation; offset: number },
    start: number,
    end: number,
    encoding: Encoding,
    target: MutableDataSet,
  ): number {
    const fragments: ByteSource[] = [];
    let table: number[] | undefined;
    let at = start;
    let next: number | undefined;
    while (at < end && next === undefined && !this.#lost) {
      const tag = this.#tag(at, end, encoding);
      if (tag === SEQUENCE_DELIMITATION) {
        next = this.#endDelimiter(at, encoding);
        break;
      }
      const length = tag === ITEM ? this.#window.uint32(at + 4, encoding.littleEndian) : -1;
      if (length < 0 || length === UNDEFINED_LENGTH) {
        this.#lose('bad-delimiter', at, `(${base.tag}) has no fragment where one was due`);
        break;
      }
      if (++this.#count > MOST_ELEMENTS) {
        this.#lose('limit-reached', at, `more than ${MOST_ELEMENTS} elements and fragments`);
        break;
      }
      if (length % 2 === 1) this.#report('odd-length', at, `a fragment of (${base.tag}) has the odd length ${length}`);
      if (length > end - at - 8)
        this.#report('truncated', at, `a fragment claims ${length} bytes, ${end - at - 8} are there`);
      if (table) fragments.push(sliceSource(this.#source, at + 8, Math.min(length, end - at - 8)));
      else table = this.#offsetTable(at, Math.min(length, end - at - 8), encoding);
      at = Math.min(end, at + 8 + length);
    }
    if (next === undefined && !this.#lost)
      this.#report('bad-delimiter', at, `(${base.tag}) has no sequence delimitation`);
    const value = sliceSource(this.#source, start, at - start);
    this.#keep(target, { ...base, value, fragments, basicOffsetTable: table ?? [] });
    return next ?? at;
  }

  #offsetTable(at: number, length: number, { littleEndian }: Encoding): number[] {
    if (length % 4 !== 0)
      this.#report('bad-offset-table', at, `the basic offset table has ${length} bytes, no multiple of 4`);
    const table: number[] = [];
    for (let entry = 0; entry + 4 <= length; entry += 4) {
      if (++this.#count > MOST_ELEMENTS) break;
      table.push(this.#window.uint32(at + 8 + entry, littleEndian));
    }
    return table;
  }

  #endDelimiter(at: number, { littleEndian }: Encoding): number {
    const length = this.#window.uint32(at + 4, littleEndian);
    if (length !== 0) this.#report('bad-delimiter', at, `a delimitation has the length ${length} instead of 0`);
    return at + 8;
  }
}

function emptyDataSet(littleEndian: boolean, characterSets: readonly string[]): MutableDataSet {
  return { elements: new Map(), littleEndian, characterSets };
}

const MOST_CHARACTER_SET_BYTES = 1024;

function characterSetsOf(value: ByteSource): readonly string[] {
  const text = Buffer.from(value.read(0, MOST_CHARACTER_SET_BYTES)).toString('latin1');
  return text.split('\\').map((term) => term.replace(/[\0 ]+$/, '').trim());
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
  const reader = new DataSetReader(source, report, onlyGroup);
  const dataSet = emptyDataSet(encoding.littleEndian, []);
  const end = reader.readDataSet(start, source.length, encoding, false, 0, dataSet);
  if (!encoding.explicitVr) settleImplicitVrs(dataSet, 0);
  return { dataSet, end };
}

/** Decides between the VRs of the dictionary where the implicit encoding does not tell them (PS3.5 §A.1, PS3.3 §C.7.6.3). */
function settleImplicitVrs(dataSet: MutableDataSet | DataSet, inherited: number): void {
  const own = dataSet.elements.get('00280103')?.value.read(0, 1)[0];
  const signed = own ?? inherited;
  const elements = dataSet.elements as Map<string, DataElement>;
  for (const element of elements.values()) {
    for (const item of element.items ?? []) settleImplicitVrs(item, signed);
    if (isPrivate(element.tag) || element.items || element.fragments) continue;
    const choice = vrOf(element.tag);
    if (choice.length < 2) continue;
    const vr: ValueRepresentation = choice.includes('OW') ? 'OW' : signed === 1 ? 'SS' : 'US';
    elements.set(element.tag, { ...element, vr });
  }
}
