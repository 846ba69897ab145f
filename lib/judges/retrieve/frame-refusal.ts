import { isSuccess } from '../../answers/response.ts';
import type { StatusCode } from '../../breaches/catalogue.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';

/**
 * No clause names the status: any refusal is one, and these two are what the table has for it. 501 refuses by Table 8.5-1
 * what the server does not do, and gives no frame either.
 */
const REFUSED = {
  pass: [400, 404],
  warn: { ...otherRefusals(400, 404), 501: 'refused as not implemented, but not with 400 or 404' },
};

/** WADO-RS-041: frame 0 does not exist. `twin` is the same request for frame 1. */
export function refusesFrameZero(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-041', 'has no frame 0', exchange, twin, {
    ...REFUSED,
    code: breachOf(exchange, 'frame-zero-answered', 'frame-zero-badly-refused'),
  });
}

/** WADO-RS-044: a frame beyond the last one does not exist. `twin` is the same request for frame 1. */
export function refusesFramesBeyondTheLast(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-044', 'refuses a frame beyond the last one', exchange, twin, {
    ...REFUSED,
    code: breachOf(exchange, 'frame-beyond-last-answered', 'frame-beyond-last-badly-refused'),
  });
}

/** WADO-RS-044: what is no number names no frame. `twin` is the same request for frame 1. */
export function refusesWhatIsNoFrameNumber(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-044', 'refuses a frame that is no number', exchange, twin, {
    ...REFUSED,
    code: breachOf(exchange, 'frame-name-answered', 'frame-name-badly-refused'),
  });
}

function breachOf({ response }: Exchange, answered: StatusCode, refused: StatusCode): StatusCode {
  return response && isSuccess(response) ? answered : refused;
}
