import { isSuccess } from '../../answers/response.ts';
import { instancesIn } from '../../answers/sight.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';

const HIDDEN = 'the server may hide that a resource exists or not (Table 8.5-1)';
const HIDING = { 401: HIDDEN, 403: HIDDEN };
const NOTHING = 'nothing is given, as 404 would say';

/** WADO-RS-018: what the server does not have is answered 404, or 410. `twin` asks for what it has, or had before. */
export function isUnknown(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-018', 'answers 404 for what is not there', exchange, twin, {
    pass: [404, 410],
    info: HIDING,
    code: succeeded(exchange) ? 'unknown-resource-success' : 'unknown-resource-badly-refused',
  });
}

/** WADO-RS-019: a series or instance is not found below a study or series that it does not belong to. */
export function isUnknownBelowAnotherParent(exchange: Exchange, twin: Exchange): Finding {
  const isEmpty = instancesIn(exchange)?.length === 0;
  return statusBesideTwin('WADO-RS-019', 'finds nothing below another parent', exchange, twin, {
    pass: [404, 410],
    info: HIDING,
    warn: {
      ...otherRefusals(404, 410),
      200: isEmpty ? NOTHING : 'the parents in the path are not checked',
      204: NOTHING,
    },
    code: !succeeded(exchange)
      ? 'another-parent-badly-refused'
      : isEmpty || exchange.response?.status === 204
        ? 'nothing-below-another-parent-success'
        : 'found-below-another-parent',
  });
}

function succeeded({ response }: Exchange): boolean {
  return response !== null && isSuccess(response);
}
