/** The pause before the next request to a busy target. */
import { type Answer, header } from './answer.ts';

const LEAST_SECONDS = 1;
/** A longer Retry-After is cut to this, so that the run ends. */
const MOST_SECONDS = 30;

/** Seconds to wait before the next try: as Retry-After says (RFC 9110 section 10.2.3), within the limits above. */
export function pauseAfter(answer: Answer): number {
  const after = header(answer, 'Retry-After').trim();
  const wanted = /^[0-9]+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  return wanted > LEAST_SECONDS ? Math.min(wanted, MOST_SECONDS) : LEAST_SECONDS;
}
