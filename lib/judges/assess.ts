import { type Exchange, headerValue } from '../http/exchange.ts';
import type { Finding, Violation } from '../results/finding.ts';
import { graver, type IncompleteReason, type Verdict } from '../results/verdict.ts';

const MOST_VIOLATIONS = 10;
/** A hostile answer can give reason for a million remarks. */
const MOST_REMARKS = 20;

/** Records what a judge compared. Every method counts one assertion, so a judge that never speaks passes nothing. */
export interface Assessment {
  /** An explicit duty: a breach is `fail`. */
  must(holds: boolean, violation: () => Violation): void;
  /** A SHOULD, or a duty that the text contradicts: a breach is `warn`. */
  should(holds: boolean, violation: () => Violation): void;
  /** Something that was looked at, and is as it has to be. */
  holds(): void;
  /** Left to the vendor: seen and recorded, never graded. */
  note(remark: string): void;
  /** A remark on the reading that the server follows, without changing the verdict. */
  remark(text: string): void;
  /** Ends as incomplete unless something graver was found: there was nothing to judge, and this is why. */
  cannot(reason: IncompleteReason, why: string): void;
}

/**
 * Judges one requirement over the exchanges given and returns one finding. A judge that compared nothing yields
 * `incomplete(not-exercised)`; verdicts only escalate.
 */
export function assess(
  requirement: string,
  claim: string,
  exchanges: readonly Exchange[],
  judge: (assessment: Assessment) => void,
): Finding {
  let verdict: Verdict = 'pass';
  let reason: IncompleteReason | undefined;
  let assertions = 0;
  let violationCount = 0;
  const violations: Violation[] = [];
  const remarks: string[] = [];
  const say = (text: string): void => {
    if (remarks.length < MOST_REMARKS && !remarks.includes(text)) remarks.push(text);
  };
  const breach = (as: Verdict, holds: boolean, violation: () => Violation): void => {
    assertions++;
    if (holds) return;
    verdict = graver(verdict, as);
    violationCount++;
    if (violations.length < MOST_VIOLATIONS) violations.push(violation());
  };
  judge({
    must: (holds, violation) => breach('fail', holds, violation),
    should: (holds, violation) => breach('warn', holds, violation),
    holds() {
      assertions++;
    },
    note(remark) {
      assertions++;
      verdict = graver(verdict, 'info');
      say(remark);
    },
    remark: say,
    cannot(why, text) {
      verdict = graver(verdict, 'incomplete');
      reason ??= why;
      say(text);
    },
  });
  if (violationCount > 0) for (const text of fromCaches(exchanges)) say(text);
  if (assertions === 0 && verdict === 'pass') {
    verdict = 'incomplete';
    reason = 'not-exercised';
  }
  return {
    requirement,
    verdict,
    ...(verdict === 'incomplete' && reason ? { reason } : {}),
    claim,
    assertions,
    violations,
    violationCount,
    ...(remarks.length > 0 ? { remark: remarks.join('; ') } : {}),
    exchanges: exchanges.map((exchange) => exchange.id),
  };
}

/** Every answer out of a cache has an Age (RFC 9111 §5.1). It may be an older one, or one to another Accept field. */
function fromCaches(exchanges: readonly Exchange[]): string[] {
  const cached = exchanges.find(({ response }) => response && headerValue(response.headers, 'Age') !== null);
  return cached ? [`${cached.id} came through a cache, which may not have asked the server`] : [];
}
