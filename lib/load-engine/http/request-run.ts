import type { Cancellable, Interrupted } from '../interrupted.ts';
import { NotInEngine } from '../not-in-engine.ts';
import type { ThreadAuthorization } from './authorization.ts';
import { BodyCollector } from './body.ts';
import { Exchange, type ExchangeOutcome, NO_TIMINGS, type WireRequest } from './exchange.ts';
import { headerValues } from './headers.ts';
import type { Hop, Job } from './job.ts';
import { redirected } from './redirect.ts';
import { encodeBody, type RequestBody, requestHead, timeoutOf } from './request.ts';
import type { Requester } from './requester.ts';
import { Response } from './response.ts';
import { addSamples } from './samples.ts';
import { parseUrl, type RequestUrl } from './url.ts';

const IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];
const TIMED_OUT = 1050;

/** One request of a script on its way, from the call to the answer. */
export class RequestRun implements Cancellable {
  private readonly user: Requester;
  private readonly job: Job;
  private readonly resolve: (response: Response) => void;
  private readonly reject: (error: Error) => void;
  private exchange: Exchange | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isRenewed = false;
  private isCancelled = false;

  constructor(user: Requester, job: Job, resolve: (response: Response) => void, reject: (error: Error) => void) {
    this.user = user;
    this.job = job;
    this.resolve = resolve;
    this.reject = reject;
  }

  start(method: string, target: string, body: unknown): void {
    this.user.watch(this);
    let url: RequestUrl;
    try {
      url = parseUrl(target);
    } catch (error) {
      this.refuse(method, target, error, 1020);
      return;
    }
    let encoded: RequestBody;
    try {
      encoded = encodeBody(body);
    } catch (error) {
      this.refuse(method, target, error, 1000);
      return;
    }
    const hop = { method, url, body: encoded, params: this.job.params, redirectsLeft: this.job.redirects };
    const delay = this.user.thread.rateLimiter.delay();
    if (delay === 0) this.send(hop, false);
    else this.timer = setTimeout(() => this.send(hop, false), delay);
  }

  cancel(reason: Interrupted): void {
    this.isCancelled = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.exchange?.cancel();
    this.reject(reason);
  }

  /** @param isRetry whether it must not go over a kept connection again */
  private send(hop: Hop, isRetry: boolean): void {
    const { user, job } = this;
    const { jar, pool } = user.http;
    const startedAt = performance.now();
    const params = user.thread.authorization?.applied(hop.params) ?? hop.params;
    let head: string;
    try {
      head = requestHead(hop.method, hop.url, hop.body, params, user.thread.options.http, jar);
    } catch (error) {
      this.refuse(hop.method, hop.url.href, error, 1000);
      return;
    }
    user.hasWaited = true;
    const connection = isRetry ? pool.dial(hop.url) : pool.acquire(hop.url);
    const reused = connection.exchanges > 0;
    const wire: WireRequest = {
      method: hop.method,
      head,
      body: hop.body.bytes,
      keepBody: job.responseType !== 'none',
      bodies: user.thread.bodies,
      timeoutMs: timeoutOf(job.params),
      startedAt,
    };
    this.exchange = new Exchange(connection, wire, (outcome) => {
      pool.release(hop.url, connection);
      // The server may have given up a kept connection just before: no answer has begun, so nothing was done twice.
      if (reused && isStale(hop.method, outcome)) this.send(hop, true);
      else this.take({ ...hop, params }, wire, outcome);
    });
  }

  private take(hop: Hop, wire: WireRequest, outcome: ExchangeOutcome): void {
    const { user, job } = this;
    addSamples(user, outcome, hop, job);
    const setCookies = outcome.head === null ? [] : headerValues(outcome.head.headerText, 'set-cookie');
    if (setCookies.length > 0) user.http.jar.store(hop.url, setCookies);
    const next = redirected(hop, outcome.head);
    if (next !== null) {
      this.send(next, false);
      return;
    }
    const response = new Response(hop.url.href, wire, outcome, job.responseType);
    if (response.status === 401 && user.thread.authorization !== null) {
      this.sendRenewed(hop, response, user.thread.authorization);
    } else this.answer(response);
  }

  /** A token that ended is no failure of the server: the request is sent once more with another, as a client would. */
  private sendRenewed(hop: Hop, refused: Response, authorization: ThreadAuthorization): void {
    authorization.renewed(hop.params).then((fresh) => {
      if (this.isCancelled) return;
      // What deletes is sent once: load/delete.ts looked before it.
      if (fresh === null || this.isRenewed || hop.method === 'DELETE') {
        this.answer(refused);
        return;
      }
      this.isRenewed = true;
      const params = { ...hop.params, headers: { ...hop.params.headers, Authorization: fresh } };
      this.send({ ...hop, params }, false);
    });
  }

  /** A request that cannot go on the wire. */
  private refuse(method: string, url: string, error: unknown, code: number): void {
    if (error instanceof NotInEngine) {
      this.user.unwatch(this);
      this.reject(error);
      return;
    }
    const outcome: ExchangeOutcome = {
      head: null,
      body: new BodyCollector(false, this.user.thread.bodies),
      failure: { code, message: error instanceof Error ? error.message : String(error) },
      timings: NO_TIMINGS,
      bytesSent: 0,
      bytesReceived: 0,
      connection: null,
      unanswered: true,
    };
    const wire = {
      method,
      head: '',
      body: null,
      keepBody: false,
      bodies: this.user.thread.bodies,
      timeoutMs: 0,
      startedAt: 0,
    };
    this.answer(new Response(url, wire, outcome, 'none'));
  }

  private answer(response: Response): void {
    this.user.unwatch(this);
    if (response.status === 0) {
      this.user.thread.warnOnce(`Request failed: ${response.error} (${response.error_code})`);
      if (this.job.throws) {
        this.reject(new Error(response.error));
        return;
      }
    }
    this.resolve(response);
  }
}

function isStale(method: string, outcome: ExchangeOutcome): boolean {
  const { failure, unanswered } = outcome;
  return failure !== null && failure.code !== TIMED_OUT && unanswered && IDEMPOTENT.includes(method);
}
