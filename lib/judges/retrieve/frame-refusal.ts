import { representationsOf } from '../../answers/multipart.ts';
import { isSuccess } from '../../answers/response.ts';
import { isPage } from '../../answers/served.ts';
import { breach } from '../../breaches/breach.ts';
import type { StatusCode } from '../../breaches/catalogue.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/**
 * No clause names the status. The table has these two for such a request; a refusal with another status is a warning. 501
 * refuses what the server does not do (Table 8.5-1), and gives no frame either.
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

/**
 * WADO-RS-044: a list with a number beyond the last frame is refused, or answered 206 with the frames that exist, as
 * Table 10.4.3-1 has it. 200 says that all were sent. `twin` is the request for frame 1 alone.
 */
export function refusesListBeyondTheLast(exchange: Exchange, twin: Exchange, asked: number, last: number): Finding {
  const claim = 'refuses a list with a frame beyond the last one, or says that it is not all';
  return assess('WADO-RS-044', claim, [exchange, twin], (a) => {
    const response = successfulResponse(twin, a) && completeResponse(exchange, a);
    if (!response) return;
    // A page for people has no frame.
    const returned = isSuccess(response) && !isPage(response) ? representationsOf(response).length : 0;
    const particulars = { status: response.status, asked, returned, last };
    if (response.status === 206 && returned > 0 && returned < asked) a.holds();
    else if (isSuccess(response) && returned > 0) {
      const code = returned < asked ? 'frame-list-cut-silently' : 'frame-list-made-up';
      a.must(false, () => breach(code, { kind: 'status' }, particulars));
    } else {
      const refused = (status: number) =>
        breach('frame-list-badly-refused', { kind: 'status' }, { status, expected: ['206', '400', '404'] });
      assessStatus(response, { ...REFUSED, breach: ({ status }) => refused(status) }, a);
    }
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
