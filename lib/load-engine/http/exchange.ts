import { BodyCollector } from './body.ts';
import type { BodyRoom } from './body-room.ts';
import type { Carrier, ExchangeListener } from './carrier.ts';
import { failureOf, type RequestFailure, TIMEOUT } from './failure.ts';
import type { ResponseHead } from './response-head.ts';

/** Milliseconds, with k6's meanings. */
export interface Timings {
  readonly blocked: number;
  readonly connecting: number;
  readonly tls_handshaking: number;
  readonly sending: number;
  readonly waiting: number;
  readonly receiving: number;
  /** sending + waiting + receiving. */
  readonly duration: number;
  readonly looking_up: 0;
}

/** What came of one request on the wire. */
export interface ExchangeOutcome {
  readonly head: ResponseHead | null;
  readonly body: BodyCollector;
  readonly failure: RequestFailure | null;
  readonly timings: Timings;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Null when the request never got as far as a connection. */
  readonly connection: Carrier | null;
  /** Whether not one byte of an answer came. */
  readonly unanswered: boolean;
}

export interface WireRequest {
  readonly method: string;
  /** Request line and headers with the empty line, as ISO 8859-1. */
  readonly head: string;
  readonly body: Uint8Array | null;
  readonly keepBody: boolean;
  /** Memory for the body of the answer. */
  readonly bodies: BodyRoom;
  readonly timeoutMs: number;
  /** Time at which the caller asked, of `performance.now()`. */
  readonly startedAt: number;
}

/** Follows one request on a connection, measures it, and gathers the answer. */
export class Exchange implements ExchangeListener {
  private readonly connection: Carrier;
  private readonly request: WireRequest;
  private readonly done: (outcome: ExchangeOutcome) => void;
  private readonly body: BodyCollector;
  private readonly timer: NodeJS.Timeout;
  private readonly dialling: boolean;
  private connectedAt = 0;
  private readyAt = 0;
  private sentAt = 0;
  private firstByteAt = 0;
  private responseHead: ResponseHead | null = null;

  constructor(connection: Carrier, request: WireRequest, done: (outcome: ExchangeOutcome) => void) {
    this.connection = connection;
    this.request = request;
    this.done = done;
    this.body = new BodyCollector(request.keepBody, request.bodies);
    this.dialling = connection.exchanges === 0;
    this.readyAt = this.dialling ? 0 : performance.now();
    this.timer = setTimeout(() => this.timedOut(), request.timeoutMs);
    connection.exchange(request.method, request.head, request.body, this);
  }

  connected(): void {
    this.connectedAt = performance.now();
    this.readyAt = this.connectedAt;
  }

  secured(): void {
    this.readyAt = performance.now();
  }

  sent(at: number): void {
    this.sentAt = at;
  }

  firstByte(at: number): void {
    this.firstByteAt = at;
  }

  head(head: ResponseHead): void {
    this.responseHead = head;
    this.body.start(head);
  }

  bodyBytes(bytes: Uint8Array): void {
    this.body.add(bytes);
  }

  bodyRoom(): Buffer | null {
    return this.body.room();
  }

  end(at: number, wireBytes: number): void {
    this.finish(at, null, wireBytes);
  }

  failed(error: Error, at: number): void {
    this.finish(at, failureOf(error), 0);
  }

  /** Gives the request up without an outcome. */
  cancel(): void {
    clearTimeout(this.timer);
    this.body.release();
    this.connection.destroy();
  }

  private timedOut(): void {
    this.connection.destroy();
    this.finish(performance.now(), TIMEOUT, 0);
  }

  private finish(at: number, failure: RequestFailure | null, bytesReceived: number): void {
    clearTimeout(this.timer);
    this.body.release();
    const { request } = this;
    this.done({
      head: failure === null ? this.responseHead : null,
      body: this.body,
      failure,
      timings: this.timings(at),
      bytesSent: this.readyAt === 0 ? 0 : request.head.length + (request.body?.byteLength ?? 0),
      bytesReceived,
      connection: this.connection,
      unanswered: this.firstByteAt === 0,
    });
  }

  private timings(end: number): Timings {
    const { startedAt } = this.request;
    if (this.readyAt === 0) return NO_TIMINGS;
    const blocked = this.readyAt - startedAt;
    const connecting = this.dialling ? this.connectedAt - startedAt : 0;
    const handshake = this.dialling ? this.readyAt - this.connectedAt : 0;
    // An answer that came before the whole request was taken counts as receiving from its start.
    const early = this.sentAt === 0 || (this.firstByteAt > 0 && this.firstByteAt < this.sentAt);
    const sending = early ? 0 : this.sentAt - this.readyAt;
    const waiting = early || this.firstByteAt === 0 ? 0 : this.firstByteAt - this.sentAt;
    const duration = end - this.readyAt;
    return {
      blocked,
      connecting,
      tls_handshaking: handshake,
      sending,
      waiting,
      receiving: Math.max(0, duration - sending - waiting),
      duration,
      looking_up: 0,
    };
  }
}

/** k6 counts no time for a request that never had a connection. */
export const NO_TIMINGS: Timings = {
  blocked: 0,
  connecting: 0,
  tls_handshaking: 0,
  sending: 0,
  waiting: 0,
  receiving: 0,
  duration: 0,
  looking_up: 0,
};
