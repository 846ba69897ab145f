import { isBusy, statusLine } from '../answers/response.ts';
import { breach, type SeenBreach } from '../breaches/breach.ts';
import type { StatusCode } from '../breaches/catalogue.ts';
import type { ExchangeResponse } from '../http/exchange.ts';
import type { Assessment } from './assess.ts';

/** What a status means for a verdict. Every status that is in none of the lists is a breach. */
export interface StatusExpectation {
  readonly pass: readonly number[];
  /** Status and what is to be said of it: a reading that is tolerated, or a choice of the vendor. */
  readonly warn?: Readonly<Record<number, string>>;
  readonly info?: Readonly<Record<number, string>>;
  /** Kind of the breach that any other status is; one that says nothing of the duty where it is absent. */
  readonly code?: StatusCode;
  /** The same for a kind that has more particulars than the status. */
  readonly breach?: (seen: { readonly status: number; readonly expected: readonly string[] }) => SeenBreach;
}

/**
 * A retrieve that succeeded. Table 10.4.3-1 lists 206 for it and Table 8.5-1 keeps 206 for ranges: a warning, and what
 * came with it is judged all the same.
 */
export const RETRIEVED: StatusExpectation = {
  pass: [200],
  warn: { 206: 'listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1' },
};

/** A retrieve that succeeded; `code` is the breach of one that did not, and a partial answer is one of its own. */
export function retrieved(code: StatusCode): StatusExpectation {
  return {
    ...RETRIEVED,
    breach: (seen) =>
      seen.status === 206
        ? breach('partial-content-without-range', { kind: 'status' }, { status: 206 })
        : breach(code, { kind: 'status' }, seen),
  };
}

/**
 * The status part of a judgement that goes on to look at more. Says whether the status was one of those that pass. A server
 * that says it is busy is not judged.
 */
export function assessStatus(response: ExchangeResponse, expectation: StatusExpectation, a: Assessment): boolean {
  const { status } = response;
  const { pass, warn = {}, info = {}, code = 'unexpected-status' } = expectation;
  if (isBusy(response) && !pass.includes(status)) {
    a.cannot('prerequisite-failed', `the server says that it is busy: ${statusLine(response)}`);
    return false;
  }
  const tolerated = info[status];
  if (tolerated !== undefined) {
    a.note(`${status}: ${tolerated}`);
    return false;
  }
  const warning = warn[status];
  const seen = { status, expected: [...new Set(pass)].map(String) };
  const wrong = () => expectation.breach?.(seen) ?? breach(code, { kind: 'status' }, seen);
  if (warning === undefined) a.must(pass.includes(status), wrong);
  else {
    a.should(false, wrong);
    a.remark(`${status}: ${warning}`);
  }
  return pass.includes(status);
}
