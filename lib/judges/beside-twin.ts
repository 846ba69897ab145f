import { representationsOf } from '../answers/multipart.ts';
import { isSuccess } from '../answers/response.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assess } from './assess.ts';
import { assessStatus, type StatusExpectation } from './assess-status.ts';
import { completeResponse, successfulResponse } from './complete-response.ts';

const REFUSALS = [400, 404, 406, 409, 410, 415, 416, 422];

/**
 * Warnings for a refusal that lays the error at the client's door (RFC 9110 §15.5) by another status than is wanted: what
 * had to be turned down was.
 */
export function otherRefusals(...wanted: readonly number[]): Readonly<Record<number, string>> {
  return refusals(`refused, but not with ${wanted.join(' or ')}`, wanted);
}

/** Warnings for every such refusal, where to be turned down is not what was wanted. */
export function refusals(remark: string, wanted: readonly number[] = []): Readonly<Record<number, string>> {
  const others = REFUSALS.filter((status) => !wanted.includes(status));
  return Object.fromEntries(others.map((status) => [status, remark]));
}

/**
 * Judges the status of an answer to something that a server has to turn down. `twin` differs from it in one thing and
 * has to have succeeded: a server that turns everything down has shown nothing.
 */
export function statusBesideTwin(
  requirement: string,
  claim: string,
  exchange: Exchange,
  twin: Exchange,
  expectation: StatusExpectation,
): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response || !assessStatus(response, expectation, a) || !isSuccess(response)) return;
    if (!representationsOf(response).some(({ body }) => body.length > 0))
      a.cannot('prerequisite-failed', 'the answer has no content');
  });
}
