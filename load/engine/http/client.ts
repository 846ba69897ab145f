import { NotInEngine } from '../not-in-engine.ts';
import type { VirtualUser } from '../virtual-user.ts';
import { BodyCollector } from './body.ts';
import { CookieJar } from './cookies.ts';
import { Exchange, type ExchangeOutcome, NO_TIMINGS } from './exchange.ts';
import type { RequestFailure } from './failure.ts';
import { headerValues } from './headers.ts';
import { ConnectionPool } from './pool.ts';
import { encodeBody, type RequestBody, type RequestParams, requestHead, timeoutOf } from './request.ts';
import { Response, type ResponseType } from './response.ts';
import { addSamples, type ExpectedStatus, expectSuccess } from './samples.ts';
import { parseUrl, type RequestUrl, resolveUrl } from './url.ts';

/** A URL that was made with the `http.url` tag, with its template as the name of its samples. */
export interface NamedUrl {
  readonly url: string;
  readonly name: string;
}

/** One request with everything that the script said about it. */
interface Job {
  readonly params: RequestParams;
  readonly name: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly expected: ExpectedStatus;
  readonly responseType: ResponseType;
  readonly redirects: number;
  readonly throws: boolean;
}

/** One hop of a job: the first request, or what a redirect leads to. */
interface Hop {
  readonly method: string;
  readonly url: RequestUrl;
  readonly body: RequestBody;
  readonly params: RequestParams;
  readonly redirectsLeft: number;
}

interface Settle {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
  /** Tells how the work now under way is given up. */
  onCancel(giveUp: () => void): void;
}

const NO_PARAMS: RequestParams = {};
const NO_TAGS: Readonly<Record<string, string>> = {};
const IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];
/** Refused parameters, with the value that means the same as their absence. */
const LACKING_PARAMS = ['auth', 'compression', 'jar'] as const;

/** The HTTP client of one virtual user: k6's semantics over its own connections and cookies. */
export class HttpClient {
  readonly jar = new CookieJar();
  expected: ExpectedStatus = expectSuccess;
  private readonly user: VirtualUser;
  private readonly pool: ConnectionPool;

  constructor(user: VirtualUser) {
    this.user = user;
    this.pool = new ConnectionPool(user.thread.options.http);
  }

  /** Makes ready for the next iteration, as the options on cookies and connections ask. */
  reset(): void {
    const { http } = this.user.thread.options;
    if (!http.noCookiesReset) this.jar.clear();
    if (http.noVUConnectionReuse) this.pool.clear();
  }

  /** Ends all connections that are not in use. */
  close(): void {
    this.pool.clear();
  }

  /**
   * Sends a request and follows redirects. Rejects only when the run is interrupted, when the script asks with `throw`,
   * or when it asks for what the engine lacks.
   */
  request(method: string, target: unknown, body: unknown, params: RequestParams | null | undefined): Promise<Response> {
    const { user } = this;
    return user.cancellable<Response>((resolve, reject) => {
      let giveUp = () => {};
      const settle: Settle = {
        resolve,
        reject,
        onCancel: (how) => {
          giveUp = how;
        },
      };
      const job = this.job(target, params ?? NO_PARAMS, reject);
      if (job !== null) this.start(job, method, target, body, settle);
      return () => giveUp();
    });
  }

  private job(target: unknown, params: RequestParams, reject: (error: Error) => void): Job | null {
    const { http } = this.user.thread.options;
    const lacking = LACKING_PARAMS.find((key) => params[key] !== undefined && params[key] !== null);
    const responseType = params.responseType ?? (http.discardResponseBodies ? 'none' : 'text');
    if (lacking !== undefined) {
      reject(new NotInEngine(`the request parameter '${lacking}'`));
      return null;
    }
    if (responseType !== 'text' && responseType !== 'binary' && responseType !== 'none') {
      reject(new Error(`'${String(responseType)}' is not a valid ResponseType`));
      return null;
    }
    const tags = params.tags ? textTags(params.tags) : NO_TAGS;
    const callback = params.responseCallback;
    return {
      params,
      name: tags.name ?? (isNamedUrl(target) ? target.name : undefined),
      tags,
      expected: callback === undefined ? this.expected : (callback as ExpectedStatus),
      responseType,
      redirects: typeof params.redirects === 'number' ? params.redirects : http.maxRedirects,
      throws: typeof params.throw === 'boolean' ? params.throw : http.throw,
    };
  }

  private start(job: Job, method: string, target: unknown, body: unknown, settle: Settle): void {
    let hop: Hop;
    try {
      const url = parseUrl(isNamedUrl(target) ? target.url : String(target));
      hop = { method, url, body: encodeBody(body), params: job.params, redirectsLeft: job.redirects };
    } catch (error) {
      const isUrl = !(error instanceof Error) || !error.message.startsWith('unknown request body');
      this.refuse(job, method, String(target), error, isUrl ? 1020 : 1000, settle);
      return;
    }
    const delay = this.user.thread.rateLimiter.delay();
    if (delay === 0) {
      this.send(job, hop, settle, false);
      return;
    }
    const timer = setTimeout(() => this.send(job, hop, settle, false), delay);
    settle.onCancel(() => clearTimeout(timer));
  }

  private send(job: Job, hop: Hop, settle: Settle, fresh: boolean): void {
    const { options } = this.user.thread;
    const startedAt = performance.now();
    let head: string;
    try {
      head = requestHead(hop.method, hop.url, hop.body, hop.params, options.http, this.jar);
    } catch (error) {
      this.refuse(job, hop.method, hop.url.href, error, 1000, settle);
      return;
    }
    this.user.hasWaited = true;
    const connection = fresh ? this.pool.dial(hop.url) : this.pool.acquire(hop.url);
    const reused = connection.exchanges > 0;
    const wire = {
      method: hop.method,
      head,
      body: hop.body.bytes,
      keepBody: job.responseType !== 'none',
      timeoutMs: timeoutOf(job.params),
      startedAt,
    };
    const exchange = new Exchange(connection, wire, (outcome) => {
      this.pool.release(hop.url, connection);
      // The server may have given up a kept connection just before: no answer has begun, so nothing was done twice.
      const stale = reused && outcome.failure?.code !== 1050 && outcome.unanswered && IDEMPOTENT.includes(hop.method);
      if (stale) {
        this.send(job, hop, settle, true);
        return;
      }
      addSamples(this.user, outcome, { ...hop, name: job.name, own: job.tags, expected: job.expected });
      const setCookies = outcome.head === null ? [] : headerValues(outcome.head.headerText, 'set-cookie');
      if (setCookies.length > 0) this.jar.store(hop.url, setCookies);
      const next = redirected(hop, outcome);
      if (next !== null) {
        this.send(job, next, settle, false);
        return;
      }
      this.answer(job, new Response(hop.url.href, wire, outcome, job.responseType), settle);
    });
    settle.onCancel(() => exchange.cancel());
  }

  /** A request that never went on the wire: k6 counts it all the same. */
  private refuse(job: Job, method: string, url: string, error: unknown, code: number, settle: Settle): void {
    if (error instanceof NotInEngine) {
      settle.reject(error);
      return;
    }
    const failure: RequestFailure = { code, message: error instanceof Error ? error.message : String(error) };
    const outcome: ExchangeOutcome = {
      head: null,
      body: new BodyCollector(false),
      failure,
      timings: NO_TIMINGS,
      bytesSent: 0,
      bytesReceived: 0,
      connection: null,
      unanswered: true,
    };
    const wire = { method, head: '', body: null, keepBody: false, timeoutMs: 0, startedAt: 0 };
    this.answer(job, new Response(url, wire, outcome, 'none'), settle);
  }

  private answer(job: Job, response: Response, settle: Settle): void {
    if (response.status === 0) {
      this.user.thread.warnOnce(`Request failed: ${response.error} (${response.error_code})`);
      if (job.throws) {
        settle.reject(new Error(response.error));
        return;
      }
    }
    settle.resolve(response);
  }
}

function isNamedUrl(target: unknown): target is NamedUrl {
  return typeof target === 'object' && target !== null && 'url' in target && 'name' in target;
}

function textTags(tags: Readonly<Record<string, unknown>>): Record<string, string> {
  const text: Record<string, string> = {};
  for (const name in tags) text[name] = String(tags[name]);
  return text;
}

/** Where a redirect leads, or null when there is none to follow. */
function redirected(hop: Hop, { head }: ExchangeOutcome): Hop | null {
  if (head === null || hop.redirectsLeft <= 0 || ![301, 302, 303, 307, 308].includes(head.status)) return null;
  const location = headerValues(head.headerText, 'location')[0];
  if (location === undefined) return null;
  let url: RequestUrl;
  try {
    url = parseUrl(resolveUrl(hop.url.href, location));
  } catch {
    return null;
  }
  const keeps = head.status === 307 || head.status === 308;
  const headers = Object.entries(hop.params.headers ?? {}).filter(
    ([name]) =>
      (url.host === hop.url.host || !/^(authorization|cookie|www-authenticate)$/i.test(name)) &&
      (keeps || !/^content-/i.test(name)),
  );
  return {
    method: keeps || hop.method === 'HEAD' ? hop.method : 'GET',
    url,
    body: keeps ? hop.body : { bytes: null, contentType: null },
    params: { ...hop.params, headers: Object.fromEntries(headers) },
    redirectsLeft: hop.redirectsLeft - 1,
  };
}
