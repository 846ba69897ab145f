import { constants, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { Part10Error, type ReportDefect } from './part10-error.ts';

/** A data set that inflates to more is refused: it could not be judged in bounded memory. */
const MOST_INFLATED = 512 * 2 ** 20;

/**
 * The data set of a deflated file (PS3.5 §A.5), inflated into memory. A stream that ends early gives what it holds and
 * a defect. Throws Part10Error for bytes that are no deflate stream, and for more than half a gibibyte.
 */
export function inflateDataSet(source: ByteSource, start: number, report: ReportDefect): ByteSource {
  const compressed = source.read(start, source.length - start);
  const whole = inflate(compressed, start, {});
  if (!whole) {
    report('bad-deflate', source.length, 'the deflate stream ends early');
    return memorySource(
      inflate(compressed, start, { finishFlush: constants.Z_SYNC_FLUSH })?.bytes ?? new Uint8Array(0),
    );
  }
  const rest = compressed.subarray(whole.consumed);
  const isPadding = rest.length === 1 && rest[0] === 0 && whole.consumed % 2 === 1;
  if (rest.length > 0 && !isPadding) {
    report('trailing-bytes', start + whole.consumed, `${rest.length} bytes follow the deflate stream`);
  }
  return memorySource(whole.bytes);
}

interface Inflated {
  readonly bytes: Uint8Array;
  /** Bytes of the stream itself. */
  readonly consumed: number;
}

/** Null for a stream that ends early. */
function inflate(compressed: Uint8Array, start: number, options: ZlibOptions): Inflated | null {
  try {
    // With `info`, which the types do not follow, the engine comes along and tells how much it has read.
    const result: unknown = inflateRawSync(compressed, { ...options, maxOutputLength: MOST_INFLATED, info: true });
    const { buffer, engine } = result as { buffer: Uint8Array; engine: { bytesWritten: number } };
    return { bytes: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'Z_BUF_ERROR') return null;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Part10Error('too-large', start, `the data set inflates to more than ${MOST_INFLATED} bytes`);
    }
    throw new Part10Error('bad-deflate', start, 'the data set is no deflate stream (RFC 1951)');
  }
}

/** Deflates an encoded data set; one NUL pads the stream to even length (PS3.5 §A.5). */
export function deflateDataSet(encoded: Uint8Array): Uint8Array {
  const stream = deflateRawSync(encoded);
  return stream.length % 2 === 0 ? stream : Buffer.concat([stream, Buffer.alloc(1)]);
}
