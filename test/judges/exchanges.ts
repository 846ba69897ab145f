import { memorySource } from '../../lib/bytes/byte-source.ts';
import type { Exchange, Header, TransportFailureCode } from '../../lib/http/exchange.ts';

export interface Parts {
  readonly id?: string;
  readonly operation?: string;
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: readonly Header[];
  readonly version?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: readonly Header[];
  readonly body?: Uint8Array | string;
}

export function bytes(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
}

/** A complete exchange: a GET that was answered 200 without a body, unless told otherwise. */
export function exchange(parts: Parts = {}): Exchange {
  const { id = 'X.1', operation = 'retrieve study', method = 'GET', url = 'http://server/studies/1.2' } = parts;
  return {
    id,
    operation,
    request: { method, url, headers: parts.requestHeaders ?? [], body: null },
    response: {
      httpVersion: parts.version ?? '1.1',
      status: parts.status ?? 200,
      reason: parts.reason ?? '',
      headers: parts.headers ?? [],
      body: memorySource(bytes(parts.body ?? '')),
    },
    failure: null,
    timings: { startedAt: '2026-01-01T00:00:00.000Z', sent: 1, firstByte: 2, end: 3 },
  };
}

/** An exchange that ended without a complete response. */
export function failed(code: TransportFailureCode, message: string, id = 'X.1'): Exchange {
  return { ...exchange({ id }), response: null, failure: { code, message } };
}

export interface Part {
  readonly headers?: readonly Header[];
  readonly body: Uint8Array | string;
}

/** A multipart body by the grammar. */
export function multipartBody(parts: readonly Part[], boundary = 'b'): Buffer {
  const pieces = parts.flatMap(({ headers = [], body }) => [
    bytes(`\r\n--${boundary}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`),
    bytes(body),
  ]);
  return Buffer.concat([...pieces, bytes(`\r\n--${boundary}--\r\n`)]).subarray(parts.length > 0 ? 2 : 0);
}

/** A 200 with multipart/related of the given type; parts get that Content-Type unless they have headers. */
export function multipart(type: string, bodies: readonly (Uint8Array | string | Part)[], parts: Parts = {}): Exchange {
  const entries = bodies.map(
    (body): Part =>
      typeof body === 'string' || body instanceof Uint8Array ? { headers: [['Content-Type', type]], body } : body,
  );
  return exchange({
    headers: [
      ['Content-Type', `multipart/related; type="${type}"; boundary=b`],
      ['Transfer-Encoding', 'chunked'],
    ],
    body: multipartBody(entries),
    ...parts,
  });
}

export const DICOM = 'application/dicom';
export const OCTETS = 'application/octet-stream';
