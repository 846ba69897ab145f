import { quoted } from '../answers/wording.ts';
import { breach } from '../breaches/breach.ts';
import type { Place } from '../breaches/place.ts';
import { answeredUrl, type Exchange, type ExchangeResponse } from '../http/exchange.ts';
import { resolveLink } from '../http/link-refusal.ts';
import type { Assessment } from './assess.ts';
import { completeResponse } from './complete-response.ts';

type Link = 'RetrieveURL' | 'BulkDataURI' | 'Content-Location';

/** A URL that a server handed out, and the exchange that followed it. */
export interface FollowedOnce {
  /** What has the URL: the name of an attribute or of a header field. */
  readonly link: Link;
  readonly url: string;
  readonly exchange: Exchange;
  /** URL of the answer that had it: relative references count from there. */
  readonly base: string;
}

/**
 * The complete answer under a URL that a server handed out. Null where the way to it is no duty: a host that cannot be
 * reached from here may be reachable for others, and is a warning; credentials go to the target's own origin only.
 */
export function answerUnder(
  { url, exchange, base, link }: FollowedOnce,
  where: Place,
  a: Assessment,
): ExchangeResponse | null {
  const failure = outOfReach(exchange);
  if (failure !== null) {
    a.should(false, () => breach('link-out-of-reach', where, { url, failure, link }));
    remarkOnRoot(url, base, a);
    return null;
  }
  const answer = completeResponse(exchange, a);
  if (answer && wantsForeignCredentials(answer, exchange, base, a)) return null;
  if (answer && answer.status >= 400) remarkOnRoot(url, base, a);
  return answer;
}

/** Why no connection came about to a host that the server handed out; null where one did. */
function outOfReach({ failure }: Exchange): string | null {
  return failure?.code === 'unreachable' || failure?.code === 'tls' ? failure.code : null;
}

/** No connection came about to a host that the server handed out. */
export function isOutOfReach(exchange: Exchange): boolean {
  return outOfReach(exchange) !== null;
}

/** Behind a reverse proxy a server that was not told of it hands out URLs that nobody can reach: says so. */
function remarkOnRoot(url: string, base: string, a: Assessment): void {
  const target = resolveLink(url, base);
  if (target === null) return;
  const [given, asked] = [target, new URL(base)].map((each) => ROOT.exec(each.href.slice(each.origin.length))?.[1]);
  const sameRoot = target.origin === new URL(base).origin && (given === undefined || given === asked);
  if (sameRoot) return;
  a.remark(
    `the URL lies below ${target.origin}${given ?? ''}, the server was asked below ${new URL(base).origin}${asked ?? ''}: does it know the URL that it is reached at?`,
  );
}

/** Path below which the resources of the service lie (PS3.18 §8.2). */
const ROOT = /^(.*?)\/(?:studies|series|instances)(?:[/?#]|$)/;

/** Whether another origin than that of `base` refused for want of credentials, which it is not given. Says so. */
export function wantsForeignCredentials(
  answer: ExchangeResponse,
  exchange: Exchange,
  base: string,
  a: Assessment,
): boolean {
  const url = answeredUrl(exchange);
  if (!isRefusal(answer.status) || !isElsewhere(url, base)) return false;
  a.cannot('unsafe', `${quoted(url)} wants credentials, which go to the target's own origin only`);
  return true;
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

function isElsewhere(url: string, base: string): boolean {
  return URL.canParse(url) && new URL(url).origin !== new URL(base).origin;
}
