import type { Entry, Har, Header } from 'har-format';
import type { BodyRecord, ExchangeRecord, Results } from '../lib/results/results.ts';

/** The exchanges as HAR 1.2. Bodies that were kept lie in files beside it, named by `_file`. */
export function harOf(results: Results): Har {
  const { harness } = results.run;
  return {
    log: {
      version: '1.2',
      creator: { name: harness.name, version: harness.version },
      comment: `Exchanges of run ${results.run.id}; secrets were taken out`,
      entries: results.exchanges.map(entryOf),
    },
  };
}

function entryOf(exchange: ExchangeRecord): Entry {
  const { request, response, timings } = exchange;
  const sent = timings.sent ?? 0;
  const firstByte = timings.firstByte ?? timings.end;
  return {
    startedDateTime: timings.startedAt,
    time: timings.end,
    comment: `${exchange.id}: ${exchange.operation}${exchange.failure ? ` (${exchange.failure.code}: ${exchange.failure.message})` : ''}`,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: `HTTP/${response?.httpVersion ?? '1.1'}`,
      headers: headersOf(request.headers),
      queryString: queryOf(request.url),
      cookies: [],
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
      ...(request.body
        ? {
            postData: {
              mimeType: typeOf(request.headers),
              text: request.body.excerpt ?? '',
              ...bodyNote(request.body),
            },
          }
        : {}),
    },
    response: {
      status: response?.status ?? 0,
      statusText: response?.reason ?? '',
      httpVersion: `HTTP/${response?.httpVersion ?? '1.1'}`,
      headers: headersOf(response?.headers ?? []),
      cookies: [],
      content: {
        size: response?.body?.length ?? 0,
        mimeType: typeOf(response?.headers ?? []),
        ...(response?.body?.excerpt === undefined ? {} : { text: response.body.excerpt }),
        ...(response?.body ? bodyNote(response.body) : {}),
      },
      redirectURL: firstValue(response?.headers ?? [], 'location'),
      headersSize: -1,
      bodySize: response?.body?.length ?? -1,
    },
    cache: {},
    timings: { send: sent, wait: Math.max(0, firstByte - sent), receive: Math.max(0, timings.end - firstByte) },
  };
}

function bodyNote({ length, sha256, file }: BodyRecord): object {
  return { comment: `${length} bytes, SHA-256 ${sha256}`, ...(file === null ? {} : { _file: file }) };
}

function headersOf(headers: readonly (readonly [string, string])[]): Header[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function firstValue(headers: readonly (readonly [string, string])[], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

function typeOf(headers: readonly (readonly [string, string])[]): string {
  return firstValue(headers, 'content-type');
}

function queryOf(url: string): Header[] {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '';
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
