import type { ByteSource } from '../bytes/byte-source.ts';
import type { BodyMask } from './body-mask.ts';
import type { ExchangeResponse, Header, TransportFailure } from './exchange.ts';
import type { BodyCollector } from './spool.ts';

/** One try to send a request, with everything that bounds it. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  /** Path and query as they go on the wire, not normalised. */
  readonly path: string;
  /** All header fields in order; none is added. */
  readonly headers: readonly Header[];
  readonly body: ByteSource | null;
  readonly collector: BodyCollector;
  readonly mask: BodyMask;
  /** Longest wait for the next byte in either direction, in milliseconds. */
  readonly timeoutMs: number;
  /** An exchange that is slower than 16 bytes a millisecond over so long is given up. */
  readonly overallTimeoutMs: number;
  readonly signals: readonly AbortSignal[];
}

export interface WireOutcome {
  readonly response: ExchangeResponse | null;
  readonly failure: TransportFailure | null;
  /** Header fields of the request as they were sent, where they are not those of the WireRequest. */
  readonly headers?: readonly Header[];
  readonly sent: number | null;
  readonly firstByte: number | null;
  readonly end: number;
  /** A pooled connection turned out to be closed already: nothing came back on it. */
  readonly stale: boolean;
}

export const SLOWEST_BYTES_PER_MS = 16;
