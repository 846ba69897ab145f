import type { Breach } from '../breaches/breach.ts';
import type { Finding } from './finding.ts';
import { identityOf } from './fingerprint.ts';
import type { CauseFacts, Sighting } from './first-cause.ts';
import { routeOf } from './transaction.ts';

/** Whether a breach is seen in a run that played it again. */
export interface SeenAgain {
  readonly answer: 'still-broken' | 'fixed' | 'cannot-tell';
  /** In one sentence, without the words of the breach: what was seen, or why it cannot be told. */
  readonly why: string;
}

/**
 * Looks in `replayed` for the breach of a sighting in `earlier`: the same code, identity and route, whatever the scenario.
 * It is fixed only where all that the finding claimed was judged again and holds. `cutShort` says why `replayed` did not
 * come to its end.
 */
export function seenAgain(
  earlier: CauseFacts,
  sighting: Sighting,
  replayed: CauseFacts,
  cutShort: string | null = null,
): SeenAgain {
  const { scenario, finding } = sighting;
  const wanted = breachKey(earlier, sighting.breach);
  const findings = replayed.scenarios.flatMap((record) => record.findings);
  if (findings.some(({ breaches }) => breaches.some((breach) => breachKey(replayed, breach) === wanted)))
    return { answer: 'still-broken', why: 'The same breach was seen again.' };
  if (cutShort !== null) return cannotTell(`The replay was cut short: ${cutShort}.`);
  const again = replayed.scenarios.find(({ id }) => id === scenario.id)?.findings ?? [];
  const judging = claimedAlike(
    again.filter(({ requirement }) => requirement === finding.requirement),
    finding,
  );
  const [unjudged] = judging.filter(({ verdict }) => verdict === 'incomplete');
  if (judging.length === 0) return cannotTell(`${finding.requirement} was not judged again.`);
  if (unjudged) {
    const remark = unjudged.remark === undefined ? '' : `: ${unjudged.remark}`;
    return cannotTell(`${finding.requirement} was not judged again (${unjudged.reason ?? 'incomplete'}${remark}).`);
  }
  const [other] = judging.flatMap(({ breaches, verdict }) => (verdict === 'info' ? [] : breaches));
  if (other) return cannotTell(`${finding.requirement} is breached in another way now (${other.code}).`);
  return { answer: 'fixed', why: `${finding.requirement} was judged again, and the breach was not seen.` };
}

/** What makes two breaches the same, whichever run saw them: code, identity and route of the exchange that shows them. */
function breachKey({ exchanges, target }: CauseFacts, breach: Breach): string {
  const exchange = exchanges.find(({ id }) => id === breach.exchange);
  return [breach.code, ...identityOf(breach), exchange ? routeOf(exchange.request, target) : ''].join('\n');
}

/** Those that claim what the finding claimed; all of them where none does. */
function claimedAlike(findings: readonly Finding[], { claim }: Finding): readonly Finding[] {
  const alike = findings.filter((finding) => finding.claim === claim);
  return alike.length > 0 ? alike : findings;
}

function cannotTell(why: string): SeenAgain {
  return { answer: 'cannot-tell', why };
}
