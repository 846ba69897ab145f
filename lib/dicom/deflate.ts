import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
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
  try {
    return memorySource(inflateRawSync(compressed, { maxOutputLength: MOST_INFLATED }));
  } catch (error) {
    if (isCode(error, 'ERR_BUFFER_TOO_LARGE')) {
      throw new Part10Error('too-large', start, `the data set inflates to more than ${MOST_INFLATED} bytes`);
    }
    if (!isCode(error, 'Z_BUF_ERROR')) {
      throw new Part10Error('bad-deflate', start, 'the data set is no deflate stream (RFC 1951)');
    }
  }
  report('bad-deflate', source.length, 'the deflate stream ends early');
  const options = { maxOutputLength: MOST_INFLATED, finishFlush: constants.Z_SYNC_FLUSH };
  return memorySource(inflateRawSync(compressed, options));
}

/** Deflates an encoded data set; one NUL pads the stream to even length (PS3.5 §A.5). */
export function deflateDataSet(encoded: Uint8Array): Uint8Array {
  const stream = deflateRawSync(encoded);
  return stream.length % 2 === 0 ? stream : Buffer.concat([stream, Buffer.alloc(1)]);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
