import type { ByteSource } from '../bytes/byte-source.ts';

/** A header field as it stood on the wire: name in its original case, repeated fields kept apart. */
export type Header = readonly [name: string, value: string];

interface ExchangeRequest {
  readonly method: string;
  /** Absolute URL as sent, without credentials. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: ByteSource | null;
}

/** A 1xx response that came before the final one. */
export interface InterimResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
}

export interface ExchangeResponse {
  readonly httpVersion: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  /** The body after transfer coding, before any content coding was undone: what the server's application sent. */
  readonly body: ByteSource;
  /** Absent when there were none. */
  readonly interim?: readonly InterimResponse[];
  /** Trailer fields of a chunked body; absent when there were none. */
  readonly trailers?: readonly Header[];
}

/**
 * Why an exchange did not end with a complete response.
 * `truncated`: the connection closed before the announced end; `malformed`: not HTTP, or bytes after the end of a
 * response; `redirect-loop`: redirects without an end. Not the server's doing: `too-large`, the harness's own limit;
 * `proxy`, a proxy on the way; `credentials`, no token could be had, or one that
 * the target took before is refused now; `aborted`, the run was ended; `not-sent`, the harness declined to send the request, such as to a URL that is not http;
 * `not-followed`, it declined to follow a redirect, which is the response; `refused-read-only`, the run may only read.
 */
const TRANSPORT_FAILURES = [
  'unreachable',
  'tls',
  'proxy',
  'credentials',
  'reset',
  'timed-out',
  'truncated',
  'malformed',
  'too-large',
  'aborted',
  'not-sent',
  'not-followed',
  'refused-read-only',
  'redirect-loop',
] as const;
export type TransportFailureCode = (typeof TRANSPORT_FAILURES)[number];

export interface TransportFailure {
  readonly code: TransportFailureCode;
  readonly message: string;
  /** What to do about it; absent where nothing is known. */
  readonly hint?: string;
}

/** Milliseconds since the request was started; null where that moment was never reached. */
interface ExchangeTimings {
  /** Wall clock at the start, ISO 8601. */
  readonly startedAt: string;
  readonly sent: number | null;
  readonly firstByte: number | null;
  readonly end: number;
}

/**
 * An answer on the way to the one that counts: a redirect that was followed, a plea to come back later, or the refusal of
 * a token that was then renewed.
 */
export interface EarlierAnswer {
  /** URL that was answered so. */
  readonly url: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
}

/** One request and its response, as they were on the wire. Immutable; judges take nothing else from the network. */
export interface Exchange {
  /** Unique in a run, made of the scenario's id and a count: `T04.1`. */
  readonly id: string;
  /** What was attempted, in words: `retrieve study`. */
  readonly operation: string;
  /** What was asked for; `earlier` tells where the answer came from if that is another URL. */
  readonly request: ExchangeRequest;
  /** Absent where the first answer was the last. */
  readonly earlier?: readonly EarlierAnswer[];
  /** The response as far as it came; null when no status line was read. */
  readonly response: ExchangeResponse | null;
  /** Null when the response is complete. */
  readonly failure: TransportFailure | null;
  readonly timings: ExchangeTimings;
}

/** Values of every field of that name, in wire order; names compare without case. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([field]) => field.toLowerCase() === wanted).map(([, value]) => value);
}

/** The first value of a field, or null. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  return headerValues(headers, name)[0] ?? null;
}

/** Whether an answer sends the client to another URL (RFC 9110 §15.4). */
export function isRedirect({ status, headers }: Pick<EarlierAnswer, 'status' | 'headers'>): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headerValue(headers, 'Location') !== null;
}

/** The URL that the response came from, which references in it are relative to (RFC 3986 §5.1.3). */
export function answeredUrl({ request, earlier = [] }: Exchange): string {
  return earlier.reduce(
    (url, answer) => (isRedirect(answer) ? targetOf(headerValue(answer.headers, 'Location') ?? '', url) : url),
    request.url,
  );
}

function targetOf(location: string, base: string): string {
  return URL.canParse(location, base) ? new URL(location, base).href : base;
}
