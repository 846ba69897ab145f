import type { ByteSource } from './byte-source.ts';

const WINDOW = 1 << 16;
const EMPTY: DataView = new DataView(new ArrayBuffer(0));

/** Small reads all over a source through one buffered window, so that a file is not read four bytes at a time. */
export class SourceWindow {
  readonly source: ByteSource;
  #view: DataView = EMPTY;
  #start = 0;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** Where `offset` lies in the view of the window, the window moved so that `size` bytes follow; -1 past the end. */
  #seek(offset: number, size: number): number {
    const at = offset - this.#start;
    if (at >= 0 && at + size <= this.#view.byteLength) return at;
    if (offset + size > this.source.length) return -1;
    const bytes = this.source.read(offset, Math.max(WINDOW, size));
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#start = offset;
    return bytes.byteLength >= size ? 0 : -1;
  }

  /** The byte at `offset`, -1 past the end. */
  uint8(offset: number): number {
    const at = this.#seek(offset, 1);
    return at < 0 ? -1 : this.#view.getUint8(at);
  }

  /** The 16-bit unsigned integer at `offset`, -1 where the source ends before. */
  uint16(offset: number, littleEndian: boolean): number {
    const at = this.#seek(offset, 2);
    return at < 0 ? -1 : this.#view.getUint16(at, littleEndian);
  }

  /** The 32-bit unsigned integer at `offset`, -1 where the source ends before. */
  uint32(offset: number, littleEndian: boolean): number {
    const at = this.#seek(offset, 4);
    return at < 0 ? -1 : this.#view.getUint32(at, littleEndian);
  }
}
