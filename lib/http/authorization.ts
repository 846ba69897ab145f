import type { Target } from '../target/target.ts';
import type { EarlierAnswer, Exchange, ExchangeResponse, Header, TransportFailure } from './exchange.ts';
import type { Transport, TransportRequest } from './plain-transport.ts';
import { credentialHeaders } from './redaction.ts';

/** Keeps the requests of one transport authorized while the run goes on. */
interface Authorization {
  /** The request with a token that is good for now, or the exchange that did not come about for want of one. */
  authorized(request: TransportRequest): Promise<TransportRequest | Exchange>;
  /** The request with another token, after a 401; null where there is none, or where it was renewed before. */
  renewed(request: TransportRequest, earlier: readonly EarlierAnswer[]): Promise<TransportRequest | null>;
  /** Takes note of an answer that was no 401. */
  note(request: TransportRequest, response: ExchangeResponse): void;
  /**
   * What a 401 says. Where a request that was answered with success before is refused as well, the credentials have
   * ended: nothing is then judged by the answer.
   */
  settled(request: TransportRequest, exchange: Exchange): Promise<Exchange>;
}

export function keepAuthorized({ credentials }: Target, plain: Transport): Authorization {
  const tokens = credentials.kind === 'tokens' ? credentials.tokens : null;
  /** A request that only reads and was answered with success, the shortest: it shows whether the credentials still hold. */
  let witness: TransportRequest | null = null;
  let witnessed = Number.POSITIVE_INFINITY;
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
      if (tokens === null || !isOurs(request)) return request;
      try {
        return withToken(request, await tokens.current());
      } catch (error) {
        return withoutToken(request, error as Error & { readonly hint?: string });
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
      const known = tokens?.last ?? null;
      const again = known === null ? witness : withToken(witness, known);
      const { response } = await plain.send({ ...again, id: request.id });
      if (response?.status !== 401) return exchange;
      const message = `the credentials were taken before and are refused now (401), also for ${witness.url}`;
      const { url, status = 401, reason = '', headers = [] } = { url: request.url, ...exchange.response };
      const failure: TransportFailure = { code: 'credentials', message, hint: REFUSED_HINT };
      return {
        ...exchange,
        earlier: [...(exchange.earlier ?? []), { url, status, reason, headers }],
        response: null,
        failure,
      };
    },
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

function withoutToken(request: TransportRequest, { message, hint }: { message: string; hint?: string }): Exchange {
  const { id, operation, method, url, body } = request;
  return {
    id,
    operation,
    request: { method, url, headers: [], body },
    response: null,
    failure: { code: 'credentials', message, ...(hint === undefined ? {} : { hint }) },
    timings: { startedAt: new Date().toISOString(), sent: null, firstByte: null, end: 0 },
  };
}
