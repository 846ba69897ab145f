import { breach } from '../../breaches/breach.ts';
import { type Exchange, type ExchangeResponse, headerValues, type TransportFailureCode } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { IncompleteReason } from '../../results/verdict.ts';
import { type Assessment, assess } from '../assess.ts';

/** COMMON-001: every exchange ended with a complete response with a valid status. */
export function answersCompletely(...exchanges: readonly Exchange[]): Finding {
  return assess('COMMON-001', 'answers with a complete HTTP response', exchanges, (a) => {
    for (const exchange of exchanges) assessCompleteness(exchange, a);
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
  'refused-read-only': ['excluded', 'the run only reads'],
  tls: ['prerequisite-failed', 'no secure connection'],
  proxy: ['prerequisite-failed', 'not let through by the proxy'],
  credentials: ['prerequisite-failed', 'no credentials that the target takes'],
};

function assessCompleteness(exchange: Exchange, all: Assessment): void {
  const { id, request, response, failure } = exchange;
  const a = all.about(exchange);
  const ended = failure && NOT_JUDGED[failure.code];
  if (ended) {
    all.cannot(ended[0], `${id}: ${ended[1]}, ${failure.message}`);
    return;
  }
  a.must(!failure && response !== null, () => {
    const { code, message } = failure ?? { code: 'none', message: '' };
    return breach('answer-incomplete', { kind: 'exchange' }, { failure: code, message });
  });
  if (!response || failure) return;
  const { status } = response;
  a.must(Number.isInteger(status) && status >= 200 && status <= 599, () =>
    breach('status-out-of-range', { kind: 'status' }, { status }),
  );
  if (request.method !== 'HEAD') assessLength(response, a);
}

/** RFC 9112 §6.3: the body has the length that the header section announces; 204 and 304 have none. */
function assessLength({ headers, body, status }: ExchangeResponse, a: Assessment): void {
  const lengths = headerValues(headers, 'Content-Length');
  const chunked = headerValues(headers, 'Transfer-Encoding').length > 0;
  if (status === 204 || status === 304) {
    a.must(body.length === 0, () =>
      breach('body-without-content', { kind: 'bytes', offset: 0 }, { status, bytes: body.length }),
    );
  }
  if (status === 204) {
    const header = chunked ? 'Transfer-Encoding' : 'Content-Length';
    a.must(!chunked && lengths.every((length) => /^0+$/.test(length)), () => {
      const value = headerValues(headers, header).join(', ');
      return breach('no-content-announces-body', { kind: 'header', name: header }, { header, value });
    });
    return;
  }
  if (chunked || status === 304) return;
  for (const length of lengths) {
    a.must(/^[0-9]+$/.test(length) && Number(length) === body.length, () => {
      const where = { kind: 'header', name: 'Content-Length' } as const;
      return breach('content-length-wrong', where, { stated: length, bytes: body.length });
    });
  }
}
