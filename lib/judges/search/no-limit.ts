import { heldIn } from '../../answers/sight.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';

const LEFT = 'whether nothing may be asked for, no clause says';

/**
 * QIDO-063: a search for no results at all is answered with none; that it is refused, or that the limit is not heeded, is
 * recorded. `twin` is the same search without it.
 */
export function limitZeroGivesNothing(exchange: Exchange, twin: Exchange): Finding {
  return assess('QIDO-063', 'answers limit=0 without results or error', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    const expectation = { pass: [200, 204], info: { 400: LEFT }, code: 'limit-zero-badly-refused' } as const;
    if (!response || !assessStatus(response, expectation, a)) return;
    if (response.status === 204) return;
    const plain = decodedResponse(response, a);
    if (!plain) return;
    const results = heldIn(plain);
    if (results === null) a.cannot('prerequisite-failed', `${exchange.id} cannot be read as a list of studies`);
    else if (results.length > 0) a.note('limit=0 is taken for no limit');
  });
}
