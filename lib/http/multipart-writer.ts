import { type ByteSource, chunks, memorySource } from '../bytes/byte-source.ts';
import { concatSources } from '../bytes/concat-source.ts';
import { drawnHex } from '../bytes/drawn.ts';
import type { Header } from './exchange.ts';

interface OutgoingPart {
  readonly headers: readonly Header[];
  readonly body: ByteSource;
}

/** A multipart/related message, ready to be sent. */
interface OutgoingMultipart {
  /** Value of the Content-Type field. */
  readonly contentType: string;
  readonly boundary: string;
  /** The whole body; it reads through to the parts' own sources and copies nothing. */
  readonly body: ByteSource;
}

/** Whether the bytes occur anywhere in the source, also across the chunks in which it is read. */
export function occurs(source: ByteSource, bytes: Buffer): boolean {
  let carried = Buffer.alloc(0);
  for (const chunk of chunks(source)) {
    if (Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).includes(bytes)) return true;
    const seam = Buffer.concat([carried, chunk.subarray(0, bytes.length - 1)]);
    if (seam.includes(bytes)) return true;
    carried = Buffer.concat([carried, chunk.subarray(-(bytes.length - 1))]).subarray(-(bytes.length - 1));
  }
  return false;
}

/** A boundary that was looked for in every part and is in none; it needs no quoting. */
export function unusedBoundary(
  parts: readonly OutgoingPart[],
  candidate: () => string = () => `part-${drawnHex('boundary')}`,
): string {
  for (;;) {
    const boundary = candidate();
    const bytes = Buffer.from(boundary, 'latin1');
    if (!parts.some((part) => occurs(part.body, bytes))) return boundary;
  }
}

/** Parts as one multipart/related body (RFC 2387) of the given root type, without preamble or epilogue. */
export function writeMultipart(
  type: string,
  parts: readonly OutgoingPart[],
  boundary: string = unusedBoundary(parts),
): OutgoingMultipart {
  const text = (value: string): ByteSource => memorySource(Buffer.from(value, 'latin1'));
  const pieces = parts.flatMap((part, index) => {
    const fields = part.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return [text(`${index === 0 ? '' : '\r\n'}--${boundary}\r\n${fields}\r\n`), part.body];
  });
  return {
    contentType: `multipart/related; type="${type}"; boundary=${boundary}`,
    boundary,
    body: concatSources([...pieces, text(`${parts.length === 0 ? '' : '\r\n'}--${boundary}--\r\n`)]),
  };
}
