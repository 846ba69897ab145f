import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assessStatus, type StatusExpectation } from './answers.ts';
import { assess } from './assess.ts';
import { completeResponse, successfulResponse } from './response.ts';

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
    if (response) assessStatus(response, expectation, '', a);
  });
}
