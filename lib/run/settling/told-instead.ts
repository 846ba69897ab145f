import type { Breach, SeenBreach } from '../../breaches/breach.ts';
import type { Finding } from '../../results/finding.ts';

/**
 * A finding in which what was found out about an exchange stands in the place of the breaches that it explains, once an
 * exchange and as grave as they are. `found` has it by the id of the exchange.
 */
export function toldInstead(
  finding: Finding,
  found: ReadonlyMap<string, SeenBreach>,
  isExplained: (breach: Breach) => boolean,
): Finding {
  const breaches: Breach[] = [];
  const told = new Map<string, number>();
  for (const one of finding.breaches) {
    const seen = one.exchange !== null && isExplained(one) ? found.get(one.exchange) : undefined;
    if (one.exchange === null || seen === undefined) {
      breaches.push(one);
      continue;
    }
    const at = told.get(one.exchange);
    const before = at === undefined ? undefined : breaches[at];
    const grade = before?.grade === 'fail' ? 'fail' : one.grade;
    const instead = { ...seen, grade, exchange: one.exchange };
    if (at !== undefined) breaches[at] = instead;
    else told.set(one.exchange, breaches.push(instead) - 1);
  }
  if (told.size === 0) return finding;
  return { ...finding, breaches, breachCount: finding.breachCount - (finding.breaches.length - breaches.length) };
}
