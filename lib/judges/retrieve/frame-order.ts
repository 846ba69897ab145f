import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { refusals } from '../beside-twin.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

const LEFT = '§10.1.1 knows ascending lists only, and to 2019a any order was allowed';

/**
 * WADO-RS-043: a list of frames that does not ascend, or that repeats one, is served or refused, and no error of the server.
 * `twin` asks for one of the frames.
 */
export function takesOrRefusesUnordered(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-043', 'serves or refuses frames in another order', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    const wrong = ({ status }: { readonly status: number }) =>
      breach('frame-order-badly-handled', { kind: 'status' }, { status, expected: ['200', '400', '404'] });
    if (response)
      assessStatus(response, { pass: [], info: { 200: LEFT, ...refusals(LEFT), 501: LEFT }, breach: wrong }, a);
  });
}
