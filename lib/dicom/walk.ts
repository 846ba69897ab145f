import { BOUNDS } from '../bounds.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { SourceWindow } from '../bytes/source-window.ts';
import type { Part10DefectCode, ReportDefect } from './part10-error.ts';
import type { Encoding } from './transfer-syntax.ts';

/** Elements, items and fragments of one data set together, so that a hostile file cannot fill the memory with its index. */
const MOST_ELEMENTS = BOUNDS.elements.limit;

/** State of one pass over the bytes of a data set. */
export class Walk {
  readonly source: ByteSource;
  readonly window: SourceWindow;
  readonly report: ReportDefect;
  #lost = false;
  #exhausted = false;
  #count = 0;

  constructor(source: ByteSource, report: ReportDefect) {
    this.source = source;
    this.window = new SourceWindow(source);
    this.report = report;
  }

  /** Whether the bytes no longer tell where the next element starts: every loop ends. */
  get lost(): boolean {
    return this.#lost;
  }

  lose(code: Part10DefectCode, at: number, message: string): void {
    this.#lost = true;
    this.report(code, at, `${message}; reading of its data set stopped there`);
  }

  /** Takes up reading again behind an item or a sequence whose length was given. */
  recover(): void {
    this.#lost = this.#exhausted;
  }

  /** Gives up for good. */
  exhaust(at: number, message: string): void {
    this.#exhausted = true;
    this.lose('limit-reached', at, message);
  }

  /** Counts one element, item or fragment; false when there were too many. */
  count(at: number): boolean {
    if (++this.#count <= MOST_ELEMENTS) return true;
    this.exhaust(at, `more than ${MOST_ELEMENTS} elements, items and fragments`);
    return false;
  }

  /** The tag at an offset as a number, -1 where fewer than the eight bytes of a header are left before `end`. */
  tag(at: number, end: number, { littleEndian }: Encoding): number {
    if (end - at < 8) return -1;
    return this.window.uint16(at, littleEndian) * 0x10000 + this.window.uint16(at + 2, littleEndian);
  }

  /** Offset behind the delimitation item that starts at an offset. */
  endOfDelimitation(at: number, { littleEndian }: Encoding): number {
    const length = this.window.uint32(at + 4, littleEndian);
    if (length !== 0) this.report('bad-delimiter', at, `a delimitation has the length ${length} instead of 0`);
    return at + 8;
  }
}
