import type { Target } from '../target/target.ts';
import type { EarlierAnswer, Exchange, ExchangeResponse, Header, TransportFailure } from './exchange.ts';
import type { Transport, TransportOptions, TransportRequest } from './plain-transport.ts';
import { credentialHeaders } from './redaction.ts';

/** Keeps the requests of one transport authorized while the run goes on. */
interface Authorization {
  /**
   * The request with a token that is good for now, or the exchange that did not come about: for want of one, or because
   * the credentials ended. Thousands of requests with credentials that are refused may have an account locked.
   */
  authorized(request: TransportRequest): Promise<TransportRequest | Exchange>;
  /** The request with another token, after a 401; null where there is none, or where it was renewed before. */
  renewed(request: TransportRequest, earlier: readonly EarlierAnswer[]): Promise<TransportRequest | null>;
  /** Takes note of an answer that was no 401. */
  note(request: TransportRequest, response: ExchangeResponse): void;
  /**
   * What a 401 says. Where a request that was answered with success before is refused as well, the credentials have
   * ended: nothing is then judged by the answer. Where there was none yet, but the target took the credentials of the
   * probe, a search stands for it.
   */
  settled(request: TransportRequest, exchange: Exchange): Promise<Exchange>;
}

export function keepAuthorized(
  { target, tookCredentials }: Pick<TransportOptions, 'target' | 'tookCredentials'>,
  plain: Transport,
): Authorization {
  const { credentials } = target;
  const tokens = credentials.kind === 'tokens' ? credentials.tokens : null;
  /** A request that only reads and was answered with success, the shortest: it shows whether the credentials still hold. */
  let witness: TransportRequest | null = tookCredentials ? anySearch(target) : null;
  let witnessed = Number.POSITIVE_INFINITY;
  /** Set when the credentials ended, with the token that is refused; no other may come where there are no tokens. */
  let ended: { readonly failure: TransportFailure; readonly token: string | null } | null = null;
  const withToken = (request: TransportRequest, token: string): TransportRequest => {
    const others = request.headers.filter(([name]) => name.toLowerCase() !== 'authorization');
    return { ...request, headers: [...others, ['Authorization', `Bearer ${token}`]] };
  };
  /** A request with an Authorization of its own, such as a wrong one on purpose, stays as it is. */
  const isOurs = (request: TransportRequest): boolean => {
    if (request.isAuthorized !== true) return false;
    if (tokens === null) return credentialHeaders(credentials).every((ours) => request.headers.some(isSame(ours)));
    const given = fieldOf(request, 'authorization');
    return given === null || tokens.seen.has(given.replace(/^Bearer /, ''));
  };
  return {
    async authorized(request) {
      if (!isOurs(request)) return request;
      if (tokens === null) return ended === null ? request : unsent(request, ended.failure);
      try {
        const token = await tokens.current();
        return ended?.token === token ? unsent(request, ended.failure) : withToken(request, token);
      } catch (error) {
        const { message, hint } = error as Error & { readonly hint?: string };
        return unsent(request, { code: 'credentials', message, ...(hint === undefined ? {} : { hint }) });
      }
    },
    async renewed(request, earlier) {
      const refused = tokenOf(request);
      if (tokens === null || refused === null || !tokens.seen.has(refused)) return null;
      if (earlier.some(({ status }) => status === 401)) return null;
      const fresh = await tokens.renewed(refused).catch(() => null);
      return fresh === null ? null : withToken(request, fresh);
    },
    note(request, { status, body }) {
      if (!isOurs(request) || request.method !== 'GET' || status < 200 || status >= 300) return;
      if (body.length > witnessed) return;
      witness = request;
      witnessed = body.length;
    },
    async settled(request, exchange) {
      if (credentials.kind === 'none' || witness === null || !isOurs(request)) return exchange;
      const token = tokens?.last ?? null;
      const again = token === null ? witness : withToken(witness, token);
      const { response } = await plain.send({ ...again, id: request.id });
      if (response?.status !== 401) return exchange;
      const message = `the credentials were taken before and are refused now (401), also for ${witness.url}`;
      const { url, status = 401, reason = '', headers = [] } = { url: request.url, ...exchange.response };
      const failure: TransportFailure = { code: 'credentials', message, hint: REFUSED_HINT };
      ended = { failure, token };
      return {
        ...exchange,
        earlier: [...(exchange.earlier ?? []), { url, status, reason, headers }],
        response: null,
        failure,
      };
    },
  };
}

/** A request that any server with a search answers to whom it knows. */
function anySearch({ roots, credentials }: Target): TransportRequest {
  return {
    ...{ id: '', operation: 'search studies', method: 'GET', url: `${roots.search}/studies?limit=1`, body: null },
    headers: [['Accept', 'application/dicom+json'], ...credentialHeaders(credentials)],
    isAuthorized: true,
  };
}

/** What helps against credentials that end in the middle of a run. */
const REFUSED_HINT =
  'They may have ended: DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND and DICOMWEB_OAUTH_TOKEN_URL are asked for new ones while a run goes on.';

function fieldOf({ headers }: TransportRequest, wanted: string): string | null {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

function isSame([name, value]: Header): (other: Header) => boolean {
  return ([otherName, otherValue]) => otherName === name && otherValue === value;
}

function tokenOf(request: TransportRequest): string | null {
  return /^Bearer (.+)$/.exec(fieldOf(request, 'authorization') ?? '')?.[1] ?? null;
}

/** An exchange that did not come about. */
function unsent({ id, operation, method, url, body }: TransportRequest, failure: TransportFailure): Exchange {
  return {
    id,
    operation,
    request: { method, url, headers: [], body },
    response: null,
    failure,
    timings: { startedAt: new Date().toISOString(), sent: null, firstByte: null, end: 0 },
  };
}
