import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { type Assessment, assess } from './assess.ts';
import { completeResponse } from './complete-response.ts';

/** Judges one requirement over the complete response of each exchange; the assessment speaks of that exchange. */
export function assessEach(
  requirement: string,
  claim: string,
  exchanges: readonly Exchange[],
  judge: (response: ExchangeResponse, a: Assessment, exchange: Exchange) => void,
): Finding {
  return assess(requirement, claim, exchanges, (a) => {
    for (const exchange of exchanges) {
      const response = completeResponse(exchange, a);
      if (response) judge(response, a.about(exchange), exchange);
    }
  });
}
