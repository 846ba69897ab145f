import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { headerValue, isRedirect } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';
import { speaksTlsOnly, statusText } from './signs.ts';

/** The target cannot be judged, and this is what to say about it; the commands end with exit code 3. */
export interface Refusal {
  readonly kind: 'unreachable' | 'refused' | 'not-dicomweb';
  readonly message: string;
  readonly hint: string;
}

/** No connection, or none that could be used. */
export function unreachable({ baseUrl, timeoutMs }: Target, exchange: Exchange): Refusal {
  const { failure, earlier } = exchange;
  if (earlier?.some(isRedirect)) return redirects(baseUrl, exchange);
  const why = failure?.message ?? 'no answer';
  if (failure?.code === 'tls') {
    return {
      kind: 'unreachable',
      message: `${baseUrl} was reached, but TLS failed: ${why}`,
      hint: /wrong.version|packet length|record/i.test(why)
        ? 'The port seems to speak plain HTTP: try http:// in the URL.'
        : 'For a certificate of a private authority set NODE_EXTRA_CA_CERTS to its PEM file.',
    };
  }
  return {
    kind: 'unreachable',
    message: `${baseUrl} cannot be reached: ${why}`,
    hint:
      failure?.code === 'timed-out'
        ? `It did not answer within ${timeoutMs} ms: is it overloaded, or does a firewall drop the connection?`
        : 'Is the server running, and are host and port right?',
  };
}

/** The credentials were refused, or there were none. */
export function credentialsRefused({ baseUrl, credentials: { kind } }: Target, response: ExchangeResponse): Refusal {
  const status = statusText(response);
  return {
    kind: 'refused',
    message:
      kind === 'none'
        ? `${baseUrl} wants credentials (${status})`
        : `${baseUrl} does not accept the ${kind === 'headers' ? 'configured header fields' : `${kind} credentials`} (${status})`,
    hint: 'Set DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE.',
  };
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
    const foreign = !speaksHttp && exchanges.every(({ failure }) => failure?.code === 'malformed');
    return {
      kind: foreign ? 'not-dicomweb' : 'unreachable',
      message: foreign ? `${baseUrl} does not speak HTTP: ${seen}` : `${baseUrl} completes no response: ${seen}`,
      hint: foreign
        ? 'Is this the HTTP port of the server?'
        : 'It takes connections and breaks them off: does it want https? Its log may say why.',
    };
  }
  const refusing = answers.find(({ status }) => status === 401 || status === 403 || status === 407);
  if (refusing) return credentialsRefused(target, refusing);
  if (answers.every(({ status }) => status >= 502 && status <= 504)) {
    return {
      kind: 'unreachable',
      message: `${baseUrl} is behind a gateway that answers ${statusText(first)} to everything`,
      hint: 'Is the server behind the gateway running?',
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
    hint: 'Is the path right? The base URL is the one below which /studies lies, such as https://host/dicom-web.',
  };
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
    hint: 'Give the final URL, or credentials if this is a login page.',
  };
}
