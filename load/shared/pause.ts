/** How long a target that is busy is left alone. */
import { type Answer, header } from './answer.ts';

const LEAST_SECONDS = 1;
/** Whatever it asks for: a run has an end. */
const MOST_SECONDS = 30;

/** Seconds until what failed is worth another try: as Retry-After has it (RFC 9110 section 10.2.3). */
export function pauseAfter(answer: Answer): number {
  const after = header(answer, 'Retry-After').trim();
  const wanted = /^[0-9]+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  return wanted > LEAST_SECONDS ? Math.min(wanted, MOST_SECONDS) : LEAST_SECONDS;
}
