import { BOUNDS } from '../bounds.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { USUAL_CONNECTION } from '../connection/settings.ts';
import type { Target } from '../target/target.ts';
import { createConnections } from './connections.ts';
import { maskWhenDecoded } from './content.ts';
import { type Exchange, type Header, headerValue, type TransportFailure } from './exchange.ts';
import { judgingRedactorFor, type Redactor, redactorFor } from './redaction.ts';
import { createSpool } from './spool.ts';
import type { WireOutcome } from './wire-request.ts';

export interface TransportOptions {
  /** Gives the wait for the next byte, and the secrets that no exchange may show. */
  readonly target: Target;
  /** Set where the target took the credentials before, as the probe saw. */
  readonly tookCredentials?: true;
  /** Folder for response bodies over `memoryLimitBytes`; made when it is first needed. */
  readonly spoolFolder: string;
  /** Ends every exchange under way as `aborted`. */
  readonly signal?: AbortSignal;
  /** Default `BOUNDS.bodyInMemory`. */
  readonly memoryLimitBytes?: number;
  /** Largest response body that is taken; default as long as all temporary files together may be. */
  readonly maximumBodyBytes?: number;
  /**
   * Longest time for one exchange that moves slower than 16 KB/s, in milliseconds; default two waits, at least a minute.
   */
  readonly overallTimeoutMs?: number;
}

export interface TransportRequest {
  /** Id of the exchange. */
  readonly id: string;
  readonly operation: string;
  readonly method: string;
  /** Absolute http or https URL; its path goes on the wire as written. */
  readonly url: string;
  /** Sent in this order, credentials included; Host, Content-Length and Connection are added where absent. */
  readonly headers: readonly Header[];
  readonly body: ByteSource | null;
  /** Carries the credentials of the target. Tokens that age are put into `headers` where it is sent. */
  readonly isAuthorized?: boolean;
  readonly signal?: AbortSignal;
  /** Longest wait for the next byte, in milliseconds, where it is another than the target's: twice that for all of it. */
  readonly timeoutMs?: number;
  /**
   * Asked before the request is sent again, to the same URL: why it must not be, or null. A DELETE without it is sent
   * once.
   */
  readonly mayRepeat?: () => Promise<string | null>;
}

/** Sends requests exactly as given: no cookies, no decompression. */
export interface Transport {
  /**
   * Resolves with what was on the wire, failures included, credentials left out. Rejects only for what is the
   * harness's own: a request that cannot be written, or a spool file that cannot.
   */
  send(request: TransportRequest): Promise<Exchange>;
  /** Closes connections and spooled bodies. */
  close(): void;
}

/** Methods whose repetition cannot change what the next request sees (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const HAS_CONTENT = new Set(['POST', 'PUT', 'PATCH']);
const URL_PARTS = /^https?:\/\/[^/?#]+([^#]*)/i;

/**
 * Creates a transport that sends each request once and takes the first answer. Safe requests share pooled connections and are repeated once
 * when a pooled one proves to be closed; every other request has a connection of its own, so that nothing a server may
 * have acted on is ever sent twice.
 */
export function createPlainTransport(options: TransportOptions): Transport {
  const { target, signal } = options;
  const shown = redactorFor(target);
  const judged = judgingRedactorFor(target);
  const connections = createConnections(target.connection ?? USUAL_CONNECTION);
  const spool = createSpool(options.spoolFolder, {
    inMemory: options.memoryLimitBytes ?? BOUNDS.bodyInMemory.limit,
    body: options.maximumBodyBytes ?? BOUNDS.temporaryFiles.limit,
  });
  return {
    async send(request) {
      const path = URL_PARTS.exec(request.url)?.[1];
      if (path === undefined) throw new TypeError(`not an absolute http URL: ${shown.text(request.url)}`);
      const url = new URL(request.url);
      const headers = completeHeaders(request, url);
      const startedAt = new Date(Date.now()).toISOString();
      const longestMs = options.overallTimeoutMs ?? Math.max(60_000, 2 * target.timeoutMs);
      const attempt = (isAlone: boolean): Promise<WireOutcome> =>
        connections.exchange(
          {
            method: request.method,
            url,
            path: path.startsWith('/') ? path : `/${path}`,
            headers,
            body: request.body,
            collector: spool.collector(request.id),
            mask: judged.bodyMask(),
            timeoutMs: request.timeoutMs ?? target.timeoutMs,
            overallTimeoutMs: Math.min(longestMs, 2 * (request.timeoutMs ?? longestMs)),
            signals: [signal, request.signal].filter((each) => each !== undefined),
          },
          isAlone,
        );
      const pooled = SAFE.has(request.method) ? await attempt(false) : null;
      const outcome = pooled === null || pooled.stale ? await attempt(true) : pooled;
      return record(request, outcome.headers ?? headers, startedAt, outcome, { judged, shown });
    },
    close() {
      connections.close();
      spool.close();
    },
  };
}

/** Every header field as it goes on the wire: nothing is left for Node to add. */
function completeHeaders(request: TransportRequest, url: URL): Header[] {
  const given = request.headers;
  const absent = (name: string): boolean => headerValue(given, name) === null;
  const headers: Header[] = [];
  if (absent('host')) headers.push(['Host', url.host]);
  headers.push(...given);
  const length = request.body?.length ?? (HAS_CONTENT.has(request.method) ? 0 : null);
  if (length !== null && absent('content-length') && absent('transfer-encoding')) {
    headers.push(['Content-Length', String(length)]);
  }
  if (absent('connection')) headers.push(['Connection', 'keep-alive']);
  return headers;
}

function record(
  request: TransportRequest,
  headers: readonly Header[],
  startedAt: string,
  outcome: WireOutcome,
  { judged, shown }: { readonly judged: Redactor; readonly shown: Redactor },
): Exchange {
  const { response, failure, sent, firstByte, end } = outcome;
  if (response) maskWhenDecoded(response.body, () => judged.bodyMask());
  const redacted = (each: TransportFailure): TransportFailure => ({ ...each, message: shown.text(each.message) });
  return {
    id: request.id,
    operation: request.operation,
    request: {
      method: request.method,
      url: judged.text(request.url),
      headers: judged.headers(headers),
      body: request.body,
    },
    response: response && {
      ...response,
      reason: judged.text(response.reason),
      headers: judged.headers(response.headers),
      ...(response.interim
        ? { interim: response.interim.map((each) => ({ ...each, headers: judged.headers(each.headers) })) }
        : {}),
      ...(response.trailers ? { trailers: judged.headers(response.trailers) } : {}),
    },
    failure: failure && redacted(failure),
    timings: { startedAt, sent, firstByte, end },
  };
}
