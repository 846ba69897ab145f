import type { IncomingMessage } from 'node:http';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ExchangeResponse, Header, InterimResponse, TransportFailure } from './exchange.ts';

/** What Node read of a response, as an exchange holds it. */
export function responseOf(
  incoming: IncomingMessage,
  body: ByteSource,
  interim: readonly InterimResponse[],
): ExchangeResponse {
  const trailers = pairs(incoming.rawTrailers);
  return {
    httpVersion: incoming.httpVersion,
    status: incoming.statusCode ?? 0,
    reason: incoming.statusMessage ?? '',
    headers: pairs(incoming.rawHeaders),
    body,
    ...(interim.length > 0 ? { interim } : {}),
    ...(trailers.length > 0 ? { trailers } : {}),
  };
}

/** Node's flat list of names and values as header fields. */
export function pairs(raw: readonly string[]): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return headers;
}

/** The failure of a peer that says more than its response; `bytes` are the first of them, where they are known. */
export function surplusOf(bytes: Buffer | null): TransportFailure {
  const excerpt = bytes ? `: ${JSON.stringify(bytes.subarray(0, 200).toString('latin1'))}` : '';
  return { code: 'malformed', message: `bytes follow the end of the response${excerpt}` };
}
