import { breach } from '../../breaches/breach.ts';
import { firstDifference, sliceSource } from '../../bytes/byte-source.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';

/**
 * WADO-RS-020: bytes `first` to `last` of a single-part payload are sent with 206 and say so, or the whole payload is with
 * 200. `twin` asks for the whole of it.
 */
export function honoursRange(exchange: Exchange, twin: Exchange, first: number, last: number): Finding {
  return assess('WADO-RS-020', 'sends a range of bytes, or the whole', [exchange, twin], (a) => {
    const whole = successfulResponse(twin, a);
    const answer = completeResponse(exchange, a);
    if (!whole || !answer) return;
    const expectation = { pass: [206, 200], info: { 416: 'no range is served' }, code: 'range-badly-refused' } as const;
    if (!assessStatus(answer, expectation, a) || answer.status !== 206) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const expected = `bytes ${first}-${last}/${whole.body.length}`;
    const value = headerValue(response.headers, 'Content-Range');
    a.must(value !== null && [expected, expected.replace(/\d+$/, '*')].includes(value.trim()), () =>
      breach('range-not-told', { kind: 'header', name: 'Content-Range' }, { value, expected }),
    );
    const isRange = firstDifference(sliceSource(whole.body, first, last - first + 1), response.body) < 0;
    a.must(isRange, () =>
      breach('range-of-other-bytes', { kind: 'bytes', offset: 0 }, { first, last, returned: response.body.length }),
    );
  });
}

/** WADO-RS-020: a range beyond the end is refused with 416, or not heeded. `twin` asks for the whole payload. */
export function refusesRangeBeyondTheEnd(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-020', 'refuses a range beyond the end, or sends the whole', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (response) assessStatus(response, { pass: [416, 200], code: 'range-badly-refused' }, a);
  });
}
