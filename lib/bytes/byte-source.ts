import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Random access to bytes that may live in memory or in a file. Readers hand out ranges of a source rather than
 * copies, so a study of many gigabytes is judged in the memory of one chunk.
 */
export interface ByteSource {
  readonly length: number;
  /** Bytes from `offset` on, at most `length` of them; fewer where the source ends. Never write into the result. */
  read(offset: number, length: number): Uint8Array;
}

/** A source over bytes in memory; `read` returns views, not copies. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.byteLength,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** A source over a file. The file must not change while the source is in use. */
export interface FileSource extends ByteSource {
  readonly path: string;
  close(): void;
}

/** Reads of up to this many bytes come from a window that is read ahead, so that small ones cost no system call each. */
const SMALL_READ = 1 << 12;
const WINDOW = 1 << 16;

/** Opens a file for random access. Throws the file system's own error when it cannot be opened. */
export function fileSource(path: string): FileSource {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  let window: Uint8Array = new Uint8Array(0);
  let windowStart = 0;
  return {
    path,
    length: size,
    read(offset, length) {
      const count = Math.max(0, Math.min(length, size - offset));
      if (count > SMALL_READ) return readFully(descriptor, offset, count);
      if (offset < windowStart || offset + count > windowStart + window.length) {
        window = readFully(descriptor, offset, Math.min(WINDOW, size - offset));
        windowStart = offset;
      }
      return window.subarray(offset - windowStart, offset - windowStart + count);
    },
    close: () => closeSync(descriptor),
  };
}

function readFully(descriptor: number, offset: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(Math.max(0, length));
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** A range of a source; a range of a range refers to the outermost source, so ranges never pile up. */
class SourceRange implements ByteSource {
  readonly source: ByteSource;
  readonly start: number;
  readonly length: number;

  constructor(source: ByteSource, start: number, length: number) {
    this.source = source;
    this.start = start;
    this.length = length;
  }

  read(offset: number, length: number): Uint8Array {
    return this.source.read(this.start + offset, Math.max(0, Math.min(length, this.length - offset)));
  }
}

/** The part of a source that starts at `offset` and is `length` bytes long, cut at the source's end. */
export function sliceSource(source: ByteSource, offset: number, length: number): ByteSource {
  const start = Math.min(offset, source.length);
  const size = Math.max(0, Math.min(length, source.length - start));
  return source instanceof SourceRange
    ? new SourceRange(source.source, source.start + start, size)
    : new SourceRange(source, start, size);
}

/** All bytes of a source. Only for sources whose size has been bounded. */
export function readAll(source: ByteSource): Uint8Array {
  return source.read(0, source.length);
}

const CHUNK = 1 << 20;

/** The source in order, in chunks of at most one mebibyte. Throws when it ends before its length, as a cut file does. */
export function* chunks(source: ByteSource): Generator<Uint8Array> {
  for (let offset = 0; offset < source.length; offset += CHUNK) {
    const chunk = source.read(offset, CHUNK);
    if (chunk.length < Math.min(CHUNK, source.length - offset)) {
      throw new Error(`a source of ${source.length} bytes ended after ${offset + chunk.length}`);
    }
    yield chunk;
  }
}

/** Offset of the first byte in which two sources differ, counting a missing byte as different; -1 when equal. */
export function firstDifference(left: ByteSource, right: ByteSource): number {
  const shared = Math.min(left.length, right.length);
  for (let offset = 0; offset < shared; offset += CHUNK) {
    const size = Math.min(CHUNK, shared - offset);
    const a = left.read(offset, size);
    const b = right.read(offset, size);
    if (Buffer.compare(a, b) !== 0) {
      for (let index = 0; index < size; index++) if (a[index] !== b[index]) return offset + index;
    }
  }
  return left.length === right.length ? -1 : shared;
}
