import { idPrefix, statusLine } from '../../answers/response.ts';
import { counted, quoted } from '../../answers/wording.ts';
import { type Exchange, type ExchangeResponse, headerValues, type TransportFailureCode } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { IncompleteReason } from '../../results/verdict.ts';
import { type Assessment, assess } from '../assess.ts';

/** COMMON-001: every exchange ended with a complete response with a valid status. */
export function answersCompletely(...exchanges: readonly Exchange[]): Finding {
  return assess('COMMON-001', 'answers with a complete HTTP response', exchanges, (a) => {
    for (const exchange of exchanges) assessCompleteness(exchange, idPrefix(exchange, exchanges), a);
  });
}

/** Ends of an exchange that say nothing against the server: the harness's own bounds, or the way to it. */
const NOT_JUDGED: Partial<Record<TransportFailureCode, readonly [reason: IncompleteReason, why: string]>> = {
  'timed-out': ['timed-out', 'no answer within the configured wait'],
  'too-large': ['over-limit', "over the harness's own limit"],
  aborted: ['not-exercised', 'the run was ended'],
  unreachable: ['prerequisite-failed', 'no connection'],
  'not-sent': ['unsafe', 'the harness did not send it'],
  'not-followed': ['unsafe', 'the harness does not follow its redirect'],
  tls: ['prerequisite-failed', 'no secure connection'],
};

function assessCompleteness({ id, request, response, failure }: Exchange, prefix: string, a: Assessment): void {
  const ended = failure && NOT_JUDGED[failure.code];
  if (ended) {
    a.cannot(ended[0], `${id}: ${ended[1]}, ${failure.message}`);
    return;
  }
  a.must(!failure && response !== null, () => ({
    expected: 'a complete HTTP response',
    actual: `${prefix}${failure ? `${failure.code}: ${failure.message}` : 'no response'}`,
    where: { kind: 'exchange' },
  }));
  if (!response || failure) return;
  a.must(Number.isInteger(response.status) && response.status >= 200 && response.status <= 599, () => ({
    expected: 'a final status between 200 and 599',
    actual: `${prefix}${statusLine(response)}`,
    where: { kind: 'status' },
  }));
  if (request.method !== 'HEAD') assessLength(response, prefix, a);
}

/** RFC 9112 §6.3: the body has the length that the header section announces; 204 and 304 have none. */
function assessLength(response: ExchangeResponse, prefix: string, a: Assessment): void {
  const { headers, body, status } = response;
  const lengths = headerValues(headers, 'Content-Length');
  const chunked = headerValues(headers, 'Transfer-Encoding').length > 0;
  if (status === 204 || status === 304) {
    a.must(body.length === 0, () => ({
      expected: `no body after ${status}`,
      actual: `${prefix}${counted(body.length, 'byte')}`,
      where: { kind: 'bytes', offset: 0 },
    }));
  }
  if (status === 204) {
    a.must(!chunked && lengths.every((length) => /^0+$/.test(length)), () => ({
      expected: 'no body announced with 204',
      actual: `${prefix}${chunked ? 'Transfer-Encoding' : `Content-Length ${quoted(lengths.join(', '))}`}`,
      where: { kind: 'header', name: chunked ? 'Transfer-Encoding' : 'Content-Length' },
    }));
    return;
  }
  if (chunked || status === 304) return;
  for (const length of lengths) {
    a.must(/^[0-9]+$/.test(length) && Number(length) === body.length, () => ({
      expected: `Content-Length ${body.length}, as long as the body`,
      actual: `${prefix}${quoted(length)}`,
      where: { kind: 'header', name: 'Content-Length' },
    }));
  }
}
