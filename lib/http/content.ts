import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type ByteSource, memorySource, readAll } from '../bytes/byte-source.ts';
import type { BodyMask } from './body-mask.ts';
import { type ExchangeResponse, headerValues } from './exchange.ts';

type DecodedBody =
  | {
      readonly ok: true;
      readonly body: ByteSource;
      readonly codings: readonly string[];
      /** A secret stood in it, and is overwritten. */
      readonly masked?: true;
    }
  | {
      readonly ok: false;
      /** `too-large` is the harness's own limit; the others are the server's doing. */
      readonly code: 'unsupported-coding' | 'corrupt' | 'too-large';
      readonly message: string;
    };

/** What a response was found to exceed when decoded, in bytes: several judges ask, and each decoding takes long. */
const exceeded = new WeakMap<ExchangeResponse, number>();

/** Masks of coded bodies: what is overwritten as it comes cannot be seen before it is decoded. */
const masks = new WeakMap<ByteSource, () => BodyMask>();

/** Has secrets overwritten in what a body is decoded to, wherever that is asked for. */
export function maskWhenDecoded(body: ByteSource, mask: () => BodyMask): void {
  masks.set(body, mask);
}

const LARGEST = 256 * 2 ** 20;
const MOST_CODINGS = 4;

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, limit: number) => Buffer>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => inflateSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
};

/**
 * The body with the codings of Content-Encoding undone, last one first (RFC 9110 §8.4). A body without a coding is
 * handed through, however large; a coded one is decoded in memory, and neither its coded nor its decoded form may be
 * larger than `limit` bytes (default 256 MiB).
 */
export function decodedBody(response: ExchangeResponse, limit: number = LARGEST): DecodedBody {
  const codings = headerValues(response.headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length === 0 || response.body.length === 0) return { ok: true, body: response.body, codings };
  if (codings.length > MOST_CODINGS) return unsupported(`${codings.length} codings on top of each other`);
  if (response.body.length > limit || (exceeded.get(response) ?? 0) >= limit) return tooLarge(limit);
  let bytes: Uint8Array = readAll(response.body);
  for (const coding of [...codings].reverse()) {
    const decode = DECODERS[coding];
    if (!decode) return unsupported(`the coding ${JSON.stringify(coding)} is not known here`);
    try {
      bytes = decode(bytes, limit);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        exceeded.set(response, limit);
        return tooLarge(limit);
      }
      return { ok: false, code: 'corrupt', message: `not ${coding}: ${(error as Error).message}` };
    }
  }
  const mask = masks.get(response.body)?.();
  if (!mask) return { ok: true, body: memorySource(bytes), codings };
  const clean = Buffer.concat([mask.push(Buffer.from(bytes)), mask.flush()]);
  return { ok: true, body: memorySource(clean), codings, ...(clean.equals(bytes) ? {} : { masked: true }) };
}

function unsupported(message: string): DecodedBody {
  return { ok: false, code: 'unsupported-coding', message };
}

function tooLarge(limit: number): DecodedBody {
  return { ok: false, code: 'too-large', message: `more than ${limit} bytes` };
}
