import { decodedBody } from '../http/content.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { headerValue } from '../http/exchange.ts';
import { parseMediaType } from '../http/media-type.ts';

/**
 * Whether an answer could be that of a DICOMweb server, however odd, or is what any web server would say. An empty list
 * of plain JSON is an empty archive as well as any interface that has nothing.
 */
type Sign = 'dicomweb' | 'empty-list' | 'none';

/** An answer to a probe is small; of a larger one nothing is decoded. */
const LARGEST_ANSWER = 16 * 2 ** 20;

/** Credentials refused; a path or method that is not there; a gateway with nothing behind it. */
const NO_SIGN = new Set([401, 403, 407, 404, 405, 501, 502, 503, 504]);

/** `404 Not Found (text/html)`: a status as it came, for messages. */
export function statusText({ status, reason, headers }: ExchangeResponse): string {
  const type = headerValue(headers, 'content-type')?.split(';', 1)[0]?.slice(0, 60);
  return `${status}${reason ? ` ${reason.slice(0, 60)}` : ''}${type ? ` (${type})` : ''}`;
}

/**
 * Reads the answer to a probe. Success has to look like results, or like nothing; a refusal or a server error is one of
 * a server that has the resource. A page of HTML, or what any web server says of a path that it does not have, is no
 * sign, and neither is a refusal of credentials.
 */
export function signOf({ response, failure }: Exchange): Sign {
  // A list of everything on a large server is cut at the harness's own limit: what came of it tells enough.
  if (!response || (failure && failure.code !== 'too-large')) return 'none';
  const { status } = response;
  if (status === 204) return 'dicomweb';
  if (status === 200 && isEmptyPlainList(response)) return 'empty-list';
  if (status >= 200 && status < 300) return isData(response) ? 'dicomweb' : 'none';
  if (status < 400 || NO_SIGN.has(status)) return hasDicomType(response) ? 'dicomweb' : 'none';
  return speaksTlsOnly(response) ? 'none' : 'dicomweb';
}

/** Whether an answer is labelled as DICOM, or as the multipart that carries it. */
export function hasDicomType({ headers }: ExchangeResponse): boolean {
  const type = parseMediaType(headerValue(headers, 'content-type') ?? '');
  return type !== null && (type.essence.startsWith('application/dicom') || type.essence === 'multipart/related');
}

function isEmptyPlainList(response: ExchangeResponse): boolean {
  if (parseMediaType(headerValue(response.headers, 'content-type') ?? '')?.essence !== 'application/json') return false;
  const decoded = decodedBody(response, LARGEST_ANSWER);
  return decoded.ok && /^\s*\[\s*\]\s*$/.test(Buffer.from(decoded.body.read(0, 256)).toString('latin1'));
}

/** DICOM or JSON by its label or, where the label is missing or wrong, by its first character. No body is an empty result. */
function isData(response: ExchangeResponse): boolean {
  if (hasDicomType(response)) return true;
  const type = parseMediaType(headerValue(response.headers, 'content-type') ?? '');
  if (type?.essence === 'text/html' || type?.essence === 'application/xhtml+xml') return false;
  if (type && /[/+](json|xml)$/.test(type.essence)) return true;
  const decoded = decodedBody(response, LARGEST_ANSWER);
  if (!decoded.ok) return false;
  const start = Buffer.from(decoded.body.read(0, 256)).toString('latin1').trimStart();
  return start === '' || start.startsWith('[') || start.startsWith('{');
}

/** What common servers answer to plain HTTP on their TLS port: a sign of a wrong scheme, whatever lies behind it. */
export function speaksTlsOnly({ status, body }: ExchangeResponse): boolean {
  return (
    status === 400 &&
    /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server/i.test(
      Buffer.from(body.read(0, 2048)).toString('latin1'),
    )
  );
}

/**
 * Whether a search was answered with a list of texts or numbers, as a server's own interface below /studies does it: the
 * results of DICOMweb are objects, and none of what it lists was asked for.
 */
export function isOfAnotherInterface({ response, failure }: Exchange): boolean {
  if (failure || response?.status !== 200) return false;
  const decoded = decodedBody(response, LARGEST_ANSWER);
  return decoded.ok && /^\s*\[\s*["0-9]/.test(Buffer.from(decoded.body.read(0, 256)).toString('latin1'));
}
