import {
  type Exchange,
  type ExchangeResponse,
  headerValue,
  headerValues,
  type TransportFailureCode,
} from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import { type Assessment, assess } from './assess.ts';
import { idPrefix, statusLine } from './response.ts';
import { counted, quoted } from './wording.ts';

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

/** What a status means for a verdict. Every status that is in none of the lists is a breach. */
export interface StatusExpectation {
  readonly pass: readonly number[];
  /** Status and what is to be said of it: a reading that is tolerated, or a choice of the vendor. */
  readonly warn?: Readonly<Record<number, string>>;
  readonly info?: Readonly<Record<number, string>>;
}

/**
 * A retrieve that succeeded. Table 10.4.3-1 lists 206 for it and Table 8.5-1 keeps 206 for ranges: a warning, and what
 * came with it is judged all the same.
 */
export const RETRIEVED: StatusExpectation = {
  pass: [200],
  warn: { 206: 'listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1' },
};

/**
 * The status part of a judgement that goes on to look at more. Says whether the status was one of those that pass. A server
 * that says it is busy is not judged.
 */
export function assessStatus(
  response: ExchangeResponse,
  expectation: StatusExpectation,
  prefix: string,
  a: Assessment,
): boolean {
  const { status } = response;
  const { pass, warn = {}, info = {} } = expectation;
  if (isBusy(response) && !pass.includes(status)) {
    a.cannot('prerequisite-failed', `${prefix}the server says that it is busy: ${statusLine(response)}`);
    return false;
  }
  const tolerated = info[status];
  if (tolerated !== undefined) {
    a.note(`${prefix}${status}: ${tolerated}`);
    return false;
  }
  const warning = warn[status];
  const violation = () => ({
    expected: `status ${[...new Set(pass)].join(' or ')}`,
    actual: `${prefix}${statusLine(response)}`,
    where: { kind: 'status' } as const,
  });
  if (warning === undefined) a.must(pass.includes(status), violation);
  else {
    a.should(false, violation);
    a.remark(`${prefix}${status}: ${warning}`);
  }
  return pass.includes(status);
}

/** 429, and 503 with Retry-After, ask to come back later: that says nothing about the duty in question. */
export function isBusy({ status, headers }: ExchangeResponse): boolean {
  return status === 429 || (status === 503 && headerValue(headers, 'Retry-After') !== null);
}
