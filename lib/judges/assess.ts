import type { Breach, Grade, SeenBreach } from '../breaches/breach.ts';
import { type Exchange, headerValue } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { graver, type IncompleteReason, type Verdict } from '../results/verdict.ts';

/** Breaches that are kept of one kind, and of all kinds together. */
const MOST_OF_A_KIND = 10;
const MOST = 40;
/** A hostile answer can give reason for a million remarks. */
const MOST_REMARKS = 20;

/** Records what a judge compared. Every method counts one assertion, so a judge that never speaks passes nothing. */
export interface Assessment {
  /** An explicit duty: a breach is `fail`. */
  must(holds: boolean, breach: () => SeenBreach): void;
  /** A SHOULD, or a duty that the text contradicts: a breach is `warn`. */
  should(holds: boolean, breach: () => SeenBreach): void;
  /** Something that was looked at, and is as it has to be. */
  holds(): void;
  /** Left to the vendor: seen and recorded, never graded. */
  note(remark: string): void;
  /** A remark on the reading that the server follows, without changing the verdict. */
  remark(text: string): void;
  /** Ends as incomplete unless something graver was found: there was nothing to judge, and this is why. */
  cannot(reason: IncompleteReason, why: string): void;
  /** The same assessment, speaking of one of several exchanges: its breaches and remarks name it. */
  about(exchange: Exchange): Assessment;
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
  let breachCount = 0;
  const breaches: Breach[] = [];
  const remarks: string[] = [];
  const say = (text: string): void => {
    if (remarks.length < MOST_REMARKS && !remarks.includes(text)) remarks.push(text);
  };
  const grade = (as: Grade, holds: boolean, seen: () => SeenBreach, exchange: string | null): void => {
    assertions++;
    if (holds) return;
    verdict = graver(verdict, as);
    breachCount++;
    if (breaches.length >= MOST) return;
    const { code, where, parameters, bytes, subjects } = seen();
    if (breaches.filter((other) => other.code === code).length >= MOST_OF_A_KIND) return;
    const more = { ...(bytes ? { bytes } : {}), ...(subjects ? { subjects } : {}) };
    breaches.push({ code, grade: as, parameters, where, exchange, ...more });
  };
  const speaking = (exchange: string | null, prefix: string): Assessment => ({
    must: (holds, breach) => grade('fail', holds, breach, exchange),
    should: (holds, breach) => grade('warn', holds, breach, exchange),
    holds() {
      assertions++;
    },
    note(remark) {
      assertions++;
      verdict = graver(verdict, 'info');
      say(prefix + remark);
    },
    remark: (text) => say(prefix + text),
    cannot(why, text) {
      verdict = graver(verdict, 'incomplete');
      reason ??= why;
      say(prefix + text);
    },
    about: ({ id }) => speaking(id, exchanges.length > 1 ? `${id}: ` : ''),
  });
  judge(speaking(exchanges[0]?.id ?? null, ''));
  if (breachCount > 0) for (const text of fromCaches(exchanges)) say(text);
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
    breaches,
    breachCount,
    ...(remarks.length > 0 ? { remark: remarks.join('; ') } : {}),
    exchanges: exchanges.map((exchange) => exchange.id),
  };
}

/** Every answer out of a cache has an Age (RFC 9111 §5.1). It may be an older one, or one to another Accept field. */
function fromCaches(exchanges: readonly Exchange[]): string[] {
  const cached = exchanges.find(({ response }) => response && headerValue(response.headers, 'Age') !== null);
  return cached ? [`${cached.id} came through a cache, which may not have asked the server`] : [];
}
