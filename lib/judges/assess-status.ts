import { isBusy, statusLine } from '../answers/response.ts';
import type { SeenBreach } from '../breaches/breach.ts';
import type { ExchangeResponse } from '../http/exchange.ts';
import type { Assessment } from './assess.ts';

/** What a status means for a verdict. Every status that is in none of the lists is a breach. */
export interface StatusExpectation {
  readonly pass: readonly number[];
  /** Status and what is to be said of it: a reading that is tolerated, or a choice of the vendor. */
  readonly warn?: Readonly<Record<number, string>>;
  readonly info?: Readonly<Record<number, string>>;
  /** The breach that another status is: what it means depends on what was asked. */
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
  const expected = [...new Set(pass)].map(String);
  const violation = () =>
    expectation.breach?.({ status, expected }) ?? {
      expected: `status ${expected.join(' or ')}`,
      actual: `${prefix}${statusLine(response)}`,
      where: { kind: 'status' } as const,
    };
  if (warning === undefined) a.must(pass.includes(status), violation);
  else {
    a.should(false, violation);
    a.remark(`${prefix}${status}: ${warning}`);
  }
  return pass.includes(status);
}
