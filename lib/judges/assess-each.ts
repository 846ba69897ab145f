import { idPrefix } from '../answers/response.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { type Assessment, assess } from './assess.ts';
import { completeResponse } from './complete-response.ts';

/** Judges one requirement over the complete response of each exchange. `prefix` names the exchange where there are several. */
export function assessEach(
  requirement: string,
  claim: string,
  exchanges: readonly Exchange[],
  judge: (response: ExchangeResponse, a: Assessment, prefix: string, exchange: Exchange) => void,
): Finding {
  return assess(requirement, claim, exchanges, (a) => {
    for (const exchange of exchanges) {
      const response = completeResponse(exchange, a);
      if (response) judge(response, a, idPrefix(exchange, exchanges), exchange);
    }
  });
}
