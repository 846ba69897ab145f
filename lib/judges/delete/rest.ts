import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/**
 * DELETE-002: a study or series of which a part was deleted is served as before. `before` is the same request, answered
 * before the delete.
 */
export function restIsServed(exchange: Exchange, before: Exchange, level: 'study' | 'series'): Finding {
  const claim = `serves the rest of the ${level} after a part of it was deleted`;
  return assess('DELETE-002', claim, [exchange, before], (a) => {
    const response = successfulResponse(before, a) && completeResponse(exchange, a);
    if (!response) return;
    const where = { kind: 'status' } as const;
    assessStatus(
      response,
      { pass: [200, 206], breach: (seen) => breach('rest-not-served', where, { ...seen, level }) },
      a,
    );
  });
}
