import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assessStatus } from './answers.ts';
import { assess } from './assess.ts';
import { completeResponse } from './response.ts';

const REFUSED = { pass: [400, 404] };

/** WADO-RS-041: frame 0 does not exist. `twin` is the same request for frame 1. */
export function refusesFrameZero(exchange: Exchange, twin: Exchange): Finding {
  return refuses('WADO-RS-041', 'has no frame 0', exchange, twin);
}

/** WADO-RS-044: a frame beyond the last one does not exist. `twin` is the same request for frame 1. */
export function refusesFramesBeyondTheLast(exchange: Exchange, twin: Exchange): Finding {
  return refuses('WADO-RS-044', 'refuses a frame beyond the last one', exchange, twin);
}

function refuses(requirement: string, claim: string, exchange: Exchange, twin: Exchange): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    if (twin.failure || twin.response?.status !== 200) {
      a.cannot('prerequisite-failed', `frame 1 (${twin.id}) was not returned either`);
      return;
    }
    const response = completeResponse(exchange, a);
    if (response) assessStatus(response, REFUSED, '', a);
  });
}
