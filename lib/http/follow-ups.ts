import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../target/target.ts';
import { keepAuthorized } from './authorization.ts';
import {
  type EarlierAnswer,
  type Exchange,
  type ExchangeResponse,
  headerValue,
  isRedirect,
  type TransportFailureCode,
} from './exchange.ts';
import { refusalOf, resolveLink } from './link-refusal.ts';
import type { Transport, TransportOptions, TransportRequest } from './plain-transport.ts';
import { credentialHeaders } from './redaction.ts';

/** Redirects that are followed for one request, and pleas to come back later that are heeded. */
const MOST_REDIRECTS = 5;
const MOST_RETURNS = 3;
/** Longest wait before coming back, and all of them together in one run, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;
const LONGEST_PATIENCE_MS = 60_000;
/** The wait of a server that names none. */
const USUAL_WAIT_MS = 1_000;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A transport that does what an answer asks for, as HTTP clients do: goes where a redirect leads (RFC 9110 §15.4)
 * and comes back to a server that is busy (§10.2.3), or with a new token where the last one ended. All of it is legal, so
 * the answer behind is the one to judge. A request that may change something goes to the target's own origins only, and so
 * do credentials.
 */
export function followingUp(
  plain: Transport,
  options: Pick<TransportOptions, 'target' | 'signal' | 'tookCredentials'>,
): Transport {
  const { target, signal } = options;
  let patienceMs = LONGEST_PATIENCE_MS;
  const authorization = keepAuthorized(options, plain);
  const comeBack = async (waitMs: number, request: TransportRequest): Promise<boolean> => {
    const signals = [signal, request.signal].filter((each) => each !== undefined);
    patienceMs -= waitMs;
    return sleep(waitMs, true, { signal: AbortSignal.any(signals) }).catch(() => false);
  };
  return {
    ...plain,
    async send(request) {
      const earlier: EarlierAnswer[] = [];
      const first = await authorization.authorized(request);
      if ('failure' in first) return first;
      let next = first;
      for (;;) {
        const exchange = { ...(await plain.send(next)), ...(earlier.length > 0 ? { earlier: [...earlier] } : {}) };
        const last = asAsked(exchange, request);
        const { response } = exchange;
        if (!response || exchange.failure) return last;
        if (response.status === 401 && next.isAuthorized) {
          const again = await authorization.renewed(next, earlier);
          if (again === null || (await refusalToRepeat(next)) !== null) return authorization.settled(next, last);
          next = again;
          earlier.push(answerOf(exchange, response));
          continue;
        }
        authorization.note(next, response);
        const waitMs = waitOf(response, next.method);
        if (isRedirect(response)) {
          const step = redirected(next, response, target);
          if ('refusal' in step) return failed(last, 'not-followed', step.refusal);
          if (earlier.filter(isRedirect).length >= MOST_REDIRECTS) {
            return failed(last, 'redirect-loop', `${MOST_REDIRECTS} redirects led to another one`);
          }
          next = step.request;
        } else if (
          waitMs === null ||
          waitMs > Math.min(LONGEST_WAIT_MS, patienceMs) ||
          earlier.filter((answer) => !isRedirect(answer) && answer.status !== 401).length >= MOST_RETURNS ||
          !(await comeBack(waitMs, request)) ||
          (await refusalToRepeat(next)) !== null
        ) {
          return last;
        }
        earlier.push(answerOf(exchange, response));
      }
    },
  };
}

function answerOf({ request }: Exchange, { status, reason, headers }: ExchangeResponse): EarlierAnswer {
  return { url: request.url, status, reason, headers };
}

/** What was asked for stays the request, wherever the answer came from. */
function asAsked(exchange: Exchange, { method, body }: TransportRequest): Exchange {
  const [first] = exchange.earlier ?? [];
  if (!first) return exchange;
  return { ...exchange, request: { ...exchange.request, method, url: first.url, body } };
}

function failed(exchange: Exchange, code: TransportFailureCode, message: string): Exchange {
  return { ...exchange, failure: { code, message } };
}

/** Says that the server is busy, or that a gateway did not get through to it (RFC 9110 §15.6.3-§15.6.5, RFC 6585 §4). */
const BUSY = new Set([429, 503]);
const OUT_OF_REACH = new Set([502, 504]);

/**
 * Milliseconds to wait before asking again; null where the answer stands. What a gateway lost on its way may have been
 * acted on, so only what is safe is asked again. A date counts from the server's own clock.
 */
function waitOf({ status, headers }: ExchangeResponse, method: string): number | null {
  if (!BUSY.has(status) && !(OUT_OF_REACH.has(status) && SAFE.has(method))) return null;
  const after = headerValue(headers, 'Retry-After');
  if (after === null) return USUAL_WAIT_MS;
  if (/^\d+$/.test(after)) return 1000 * Number(after);
  const until = Date.parse(after) - (Date.parse(headerValue(headers, 'Date') ?? '') || Date.now());
  return Number.isNaN(until) ? USUAL_WAIT_MS : Math.max(0, until);
}

type Step = { readonly request: TransportRequest } | { readonly refusal: string };

/** The request that follows a redirect, or why none does. */
function redirected(request: TransportRequest, response: ExchangeResponse, target: Target): Step {
  const location = headerValue(response.headers, 'Location') ?? '';
  const url = resolveLink(location, request.url);
  const refusal = refusalOf(url, target.baseUrl);
  if (url === null || refusal !== null) return { refusal: `to ${JSON.stringify(location.slice(0, 200))}: ${refusal}` };
  // What lies there was not looked at, and may be another archive.
  if (request.method === 'DELETE')
    return { refusal: `DELETE is not sent to ${url.href.slice(0, 200)}, where it leads` };
  const isOwn = originsOf(target).has(url.origin);
  // Whether another method may become GET is left open for 301 and 302 (RFC 9110 §15.4.2, §15.4.3).
  const becomesGet = response.status === 303 && request.method !== 'HEAD';
  if (!becomesGet && !SAFE.has(request.method) && ![307, 308].includes(response.status)) {
    return {
      refusal: `${request.method} is not repeated after ${response.status}, which leads to ${url.origin}: give the final URL`,
    };
  }
  if (!becomesGet && !SAFE.has(request.method) && !isOwn) {
    return {
      refusal: `${request.method} is not sent to ${url.origin}, which is not the target's origin: give the final URL`,
    };
  }
  const withheld = new Set(isOwn ? [] : secretFields(target));
  const headers = request.headers.filter(
    ([name]) => !withheld.has(name.toLowerCase()) && !(becomesGet && /^(content-|transfer-encoding$)/i.test(name)),
  );
  const isAuthorized = isOwn && request.isAuthorized === true;
  const asked = { ...request, url: url.href.split('#', 1)[0] ?? url.href, headers, isAuthorized };
  return { request: becomesGet ? { ...asked, method: 'GET', body: null } : asked };
}

/** Why a request must not be sent again. What deletes is sent again only where its sender looked once more. */
async function refusalToRepeat({ method, mayRepeat }: TransportRequest): Promise<string | null> {
  if (method !== 'DELETE') return null;
  return mayRepeat ? mayRepeat() : 'DELETE is sent once';
}

function originsOf({ roots }: Target): ReadonlySet<string> {
  return new Set(Object.values(roots).map((root) => new URL(root).origin));
}

function secretFields({ credentials, extraHeaders }: Target): string[] {
  return [...credentialHeaders(credentials), ...extraHeaders].map(([name]) => name.toLowerCase());
}
