import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { headerValue, isRedirect } from '../http/exchange.ts';
import { proxyTo } from '../target/connection.ts';
import { authenticationOf } from '../target/credentials.ts';
import type { Target } from '../target/target.ts';
import { challengeOf, hintAgainst, troubleOf } from './challenge.ts';
import { speaksTlsOnly, statusText } from './signs.ts';

/** The target cannot be judged, and this is what to say about it; the commands end with exit code 3. */
export interface Refusal {
  readonly kind: 'unreachable' | 'refused' | 'not-dicomweb';
  readonly message: string;
  readonly hint: string;
}

/** No connection, none that could be used, or no credentials to send over it. */
export function unreachable(target: Target, exchange: Exchange): Refusal {
  const { baseUrl, timeoutMs } = target;
  const { failure, earlier } = exchange;
  if (earlier?.some(isRedirect)) return redirects(baseUrl, exchange);
  const why = failure?.message ?? 'no answer';
  const hint =
    failure?.code === 'timed-out'
      ? `It did not answer within ${timeoutMs} ms: is it overloaded, or does a firewall drop the connection?${proxyOnTheWay(target)}`
      : (failure?.hint ?? 'Is the server running, and are host and port right?');
  switch (failure?.code) {
    case 'credentials':
      return { kind: 'refused', message: `there are no credentials for ${baseUrl}: ${why}`, hint };
    case 'tls':
      return { kind: 'unreachable', message: `${baseUrl} was reached, but TLS failed: ${why}`, hint };
    case 'proxy':
      return { kind: 'unreachable', message: `${baseUrl} was not reached: ${why}`, hint };
    default:
      return { kind: 'unreachable', message: `${baseUrl} cannot be reached: ${why}`, hint };
  }
}

/** The credentials were refused, or there were none. */
export function credentialsRefused(target: Target, response: ExchangeResponse): Refusal {
  const { baseUrl, credentials } = target;
  const { error } = challengeOf(response);
  const status = `${statusText(response)}${error === null ? '' : `, ${error}`}`;
  const kind = authenticationOf(credentials);
  const refused = kind === 'headers' ? 'configured header fields' : `${kind} credentials`;
  const message =
    kind === 'none'
      ? `${baseUrl} wants credentials (${status})`
      : `${baseUrl} does not accept the ${refused} (${status})${troubleOf(credentials)}`;
  const proxy = response.status === 403 ? proxyThatMayAnswer(target) : '';
  return { kind: 'refused', message, hint: `${hintAgainst(credentials, response)}${proxy}` };
}

/** None of the probes was answered as by a DICOMweb server: says what the target is instead. */
export function notDicomWeb(target: Target, exchanges: readonly Exchange[]): Refusal {
  const { baseUrl } = target;
  const away = exchanges.find(({ earlier, failure }) => earlier?.some(isRedirect) || failure?.code === 'not-followed');
  if (away) return redirects(baseUrl, away);
  const answers = exchanges.flatMap(({ response, failure }) => (response && !failure ? [response] : []));
  const [first] = answers;
  if (!first) {
    const seen = [...new Set(exchanges.map(({ failure }) => failure?.message ?? 'no answer'))].slice(0, 2).join('; ');
    const speaksHttp = exchanges.some(({ response }) => response !== null);
    const unread = !speaksHttp && exchanges.every(({ failure }) => failure?.code === 'malformed');
    const foreign = unread && !seen.includes(BEGINS_AS_HTTP);
    if (unread && !foreign)
      return {
        kind: 'not-dicomweb',
        message: `${baseUrl} answers in HTTP that cannot be read: ${seen}`,
        hint: 'Its status line is right; what follows breaks the grammar of RFC 9112. What writes these header fields, the server or a proxy before it?',
      };
    return {
      kind: foreign ? 'not-dicomweb' : 'unreachable',
      message: foreign ? `${baseUrl} does not speak HTTP: ${seen}` : `${baseUrl} completes no response: ${seen}`,
      hint: exchanges.find(({ failure }) => failure?.hint)?.failure?.hint ?? brokenOffHint(target, foreign),
    };
  }
  const refusing = answers.find(({ status }) => status === 401 || status === 403 || status === 407);
  if (refusing) return credentialsRefused(target, refusing);
  if (answers.every(({ status }) => status >= 502 && status <= 504)) {
    return {
      kind: 'unreachable',
      message: `${baseUrl} is behind a gateway that answers ${statusText(first)} to everything`,
      hint: `Is the server behind the gateway running?${proxyThatMayAnswer(target)}`,
    };
  }
  if (speaksTlsOnly(first)) {
    return {
      kind: 'not-dicomweb',
      message: `${baseUrl} wants TLS (${statusText(first)})`,
      hint: 'Use https:// in the URL.',
    };
  }
  const seen = [...new Set(answers.map(statusText))].join(', ');
  return {
    kind: 'not-dicomweb',
    message: `${baseUrl} does not look like a DICOMweb server: searches, metadata and store were answered ${seen}`,
    hint: `Is the path right? The base URL is the one below which /studies lies, such as https://host/dicom-web.${proxyThatMayAnswer(target)}`,
  };
}

/** What is to be known of a proxy on the way, behind another hint; empty where there is none. */
function proxyOnTheWay(target: Target): string {
  const proxy = proxyTo(target);
  return proxy === null ? '' : ` It is reached through ${proxy}; NO_PROXY names hosts that are reached without it.`;
}

/** The same where the proxy may have given the answer: what goes through TLS is the target's own. */
function proxyThatMayAnswer(target: Target): string {
  return target.baseUrl.startsWith('http:') ? proxyOnTheWay(target) : '';
}

/** The status line of an answer, as an error message quotes it. */
const BEGINS_AS_HTTP = 'begins with "HTTP/1.';

/** What may be wrong where connections are made and come to nothing. */
function brokenOffHint({ baseUrl, connection }: Target, foreign: boolean): string {
  if (foreign) return 'Is this the HTTP port of the server? A port of DIMSE, such as 104 or 11112, speaks no HTTP.';
  if (!baseUrl.startsWith('https:')) {
    return 'It takes connections and breaks them off: does it want https, or is it a port of DIMSE, such as 104? Its log may say why.';
  }
  return connection?.tls.client
    ? 'It breaks off after the TLS handshake: does it accept the client certificate? Its log may say why.'
    : 'It breaks off after the TLS handshake: does it want a client certificate (DICOMWEB_CLIENT_CERT)? Its log may say why.';
}

/** There is something below /studies, and it is not DICOMweb. */
export function anotherInterface({ baseUrl }: Target): Refusal {
  return {
    kind: 'not-dicomweb',
    message: `${baseUrl} does not look like a DICOMweb server: its results are texts or numbers, where DICOM JSON has objects`,
    hint: "Is the path right? A server's own interface may have /studies as well: its DICOMweb often lies below a path of its own, such as https://host/dicom-web.",
  };
}

/** What is asked for lies elsewhere, and what was met there is no DICOMweb server, or nothing that was asked. */
function redirects(baseUrl: string, { earlier = [], response, failure }: Exchange): Refusal {
  const redirect = earlier.find(isRedirect) ?? response;
  const location = redirect && headerValue(redirect.headers, 'Location')?.slice(0, 200);
  const met = failure ? `: ${failure.message}` : response ? `, which answers ${statusText(response)}` : '';
  return {
    kind: 'not-dicomweb',
    message: `${baseUrl} redirects (${redirect?.status} ${redirect?.reason.slice(0, 60)}) to ${location}${met}`,
    hint: failure?.hint
      ? `Give the final URL. ${failure.hint}`
      : 'Give the final URL, or credentials if this is a login page.',
  };
}
