import type { CauseFacts } from '../../../lib/results/first-cause.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../../lib/results/results.ts';
import type { Alone } from './alone.ts';

/** What two faults would show together, as far as the runs of each alone can tell: all breaches of both. */
export function laidTogether(one: Alone, other: Alone, clean: Alone): CauseFacts {
  const order = clean.scenarios.map(({ id }) => id);
  const scenarios = [...one.scenarios, ...other.scenarios].reduce((all, scenario) => {
    const before = all.get(scenario.id);
    const findings = [...(before?.findings ?? []), ...scenario.findings];
    return all.set(scenario.id, { ...scenario, findings });
  }, new Map<string, ScenarioRecord>());
  const exchanges = [...one.exchanges, ...other.exchanges].reduce((all, exchange) => {
    const before = all.get(exchange.id);
    return all.set(exchange.id, before ? telling(before, exchange, one, other) : exchange);
  }, new Map<string, ExchangeRecord>());
  const scenarioOf = (id: string) => order.indexOf(id.slice(0, id.indexOf('.')));
  return {
    target: one.target,
    scenarios: [...scenarios.values()].toSorted((left, right) => order.indexOf(left.id) - order.indexOf(right.id)),
    exchanges: [...exchanges.values()].toSorted((left, right) => scenarioOf(left.id) - scenarioOf(right.id)),
  };
}

/** Of two answers to one request the one that shows a breach; the first where both do. */
function telling(left: ExchangeRecord, right: ExchangeRecord, one: Alone, other: Alone): ExchangeRecord {
  if (isBlamed(left.id, one) || !isBlamed(right.id, other)) return left;
  return right;
}

const blamed = new WeakMap<Alone, ReadonlySet<string | null>>();

function isBlamed(id: string, run: Alone): boolean {
  const known = blamed.get(run);
  if (known) return known.has(id);
  const breaches = run.scenarios.flatMap(({ findings }) => findings.flatMap((finding) => finding.breaches));
  const ids = new Set(breaches.map(({ exchange }) => exchange));
  blamed.set(run, ids);
  return ids.has(id);
}
