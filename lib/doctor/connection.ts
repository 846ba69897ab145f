import { type Certificate, certificateOf } from '../http/certificate.ts';
import { answeredUrl, type Exchange, headerValue, isRedirect } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';
import { bad, type Finding, look, ok } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A clock that is further off than this makes tokens look expired, in seconds. */
const SKEW_S = 30;
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** The server's certificate: who signed it, until when it is valid, and whether it was accepted. */
export async function tlsFinding(target: Target, exchanges: readonly Exchange[], env: Environment): Promise<Finding> {
  const url = new URL(target.baseUrl);
  if (url.protocol === 'http:') return plainFinding(target, url);
  const refused = exchanges.find(({ failure }) => failure?.code === 'tls')?.failure;
  let certificate: Certificate;
  try {
    certificate = await certificateOf(url, target.timeoutMs);
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n', 1);
    if (refused || !exchanges.some(({ response }) => response)) {
      return bad('tls', `no certificate was seen: ${why}`, 'Does this port speak TLS? Try http:// in the URL.');
    }
    return look('tls', `the certificate was accepted, and could not be looked at: ${why}`, proxyHint(env));
  }
  const until = certificate.validTo.toISOString().slice(0, 10);
  const says = `${certificate.subject}, signed by ${certificate.issuers.join(', ')}, valid until ${until}`;
  const days = Math.floor((certificate.validTo.getTime() - Date.now()) / DAY_MS);
  if (days < 0) return bad('tls', says, `It ended ${-days} days ago: have the server's certificate renewed.`);
  if (refused) {
    return bad(
      'tls',
      `${says}; not accepted: ${refused.message}`,
      'For a private authority set NODE_EXTRA_CA_CERTS to its PEM file. A wrong name: use the one in the certificate.',
    );
  }
  return days < SOON_DAYS ? look('tls', says, `It ends in ${days} days: have it renewed.`) : ok('tls', says);
}

function plainFinding({ credentials }: Target, { hostname }: URL): Finding {
  const isHere = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  if (credentials.kind === 'none' || isHere) return ok('tls', 'plain HTTP, without TLS');
  return look(
    'tls',
    'plain HTTP: the credentials are sent for everybody on the way to read',
    'Use https:// where the server offers it.',
  );
}

function proxyHint(env: Environment): string {
  return PROXY_VARIABLES.some((name) => env[name])
    ? 'A proxy stands in between: look at the certificate from a machine that reaches the server directly.'
    : 'Try again: the server closed this one connection.';
}

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** Which proxy the environment names, without the password that its URL may hold. */
export function proxyFinding(env: Environment): Finding {
  const set = PROXY_VARIABLES.filter((name) => env[name]).map((name) => `${name} names ${hostOf(env[name] ?? '')}`);
  const bypass = env.no_proxy || env.NO_PROXY;
  if (set.length === 0) return ok('proxy', 'none is set');
  return look(
    'proxy',
    [...set, ...(bypass ? [`not for ${bypass}`] : [])].join('; '),
    'To reach the target directly add its host to NO_PROXY.',
  );
}

function hostOf(proxy: string): string {
  const text = proxy.includes('://') ? proxy : `http://${proxy}`;
  return URL.canParse(text) ? new URL(text).host : 'what is no URL';
}

/** How far the server's clock is from this one, by the Date of its answers (RFC 9110 §6.6.1). */
export function clockFinding(exchanges: readonly Exchange[]): Finding {
  for (const { response, timings } of exchanges) {
    const date = Date.parse(response ? (headerValue(response.headers, 'Date') ?? '') : '');
    if (Number.isNaN(date)) continue;
    const here = Date.parse(timings.startedAt) + (timings.firstByte ?? timings.end);
    // A Date has whole seconds.
    const skew = Math.round((date + 500 - here) / 1000);
    if (Math.abs(skew) <= SKEW_S) return ok('clock', 'the server has the same time as this machine');
    const says = `the server's clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this machine's`;
    return look('clock', says, 'Set both by NTP: tokens and certificates are valid by the clock.');
  }
  return look('clock', 'the server sends no Date', 'Compare its clock by hand where tokens expire too early.');
}

/** Whether requests are answered where they are sent. */
export function redirectFinding(exchanges: readonly Exchange[]): Finding {
  const away = exchanges.find(
    ({ earlier, response }) => earlier?.some(isRedirect) || (response && isRedirect(response)),
  );
  if (away === undefined) return ok('redirects', 'none');
  const last = away.response && isRedirect(away.response) ? headerValue(away.response.headers, 'Location') : null;
  const to = (last ?? answeredUrl(away)).split('?', 1)[0]?.slice(0, 200);
  return look(
    'redirects',
    `requests are sent on to ${to}`,
    'Give the final base URL: other clients may not follow, and credentials do not go to another origin.',
  );
}
