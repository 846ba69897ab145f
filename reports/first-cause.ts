import type { Finding } from '../lib/results/finding.ts';
import type { ExchangeRecord, Results, ScenarioRecord } from '../lib/results/results.ts';
import { VERDICTS } from '../lib/results/verdict.ts';
import { causeKeys, keepsFromReading } from './cause-keys.ts';
import { groupByKeys } from './group-by-keys.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';
import { tellingExchange } from './shown-exchange.ts';

/** A finding with the scenario that made it. */
export interface Sighting {
  readonly finding: Finding;
  readonly scenario: ScenarioRecord;
  readonly requirement: RegisterEntry | undefined;
}

/** Findings that a vendor would mend by one change: the gravest first, the others beside it. */
export interface Cause {
  /** Unique in the report, stable between two reports of one run. */
  readonly id: string;
  readonly lead: Sighting;
  readonly sightings: readonly Sighting[];
  /** The exchange that shows what the lead tells. */
  readonly exchange: ExchangeRecord | undefined;
}

/**
 * Breaches and warnings grouped by first cause: worst first, and of equal gravity in the order of play, since what went
 * wrong earlier may be why the later did. A group is led by the gravest, and of equal gravity by what kept an answer
 * from being read.
 */
export function causesOf(results: Results): Cause[] {
  const entries = registerEntries(results);
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const sightings = results.scenarios.flatMap((scenario) =>
    scenario.findings
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      .map((finding): Sighting => ({ finding, scenario, requirement: entries.get(finding.requirement) })),
  );
  const keysOf = causeKeys(
    sightings.map(({ finding }) => finding),
    exchanges,
    results.target,
  );
  const seen = new Map<string, number>();
  return groupByKeys(sightings, ({ finding }) => keysOf(finding))
    .map((group) => [...group].sort(worstFirst))
    .sort(compareGroups)
    .flatMap((group) => {
      const [lead] = group;
      if (!lead) return [];
      const count = (seen.get(lead.finding.requirement) ?? 0) + 1;
      seen.set(lead.finding.requirement, count);
      const exchange = tellingExchange(lead.finding, exchanges);
      return [{ id: `${lead.finding.requirement}.${count}`, lead, sightings: group, exchange }];
    });
}

const SEVERITY_ORDER = ['interop-breaking', 'degraded', 'cosmetic'];

function worstFirst(left: Sighting, right: Sighting): number {
  return (
    gravity(left) - gravity(right) || Number(keepsFromReading(right.finding)) - Number(keepsFromReading(left.finding))
  );
}

/** Smaller is worse. */
function gravity({ finding, requirement }: Sighting): number {
  const severity = SEVERITY_ORDER.indexOf(requirement?.severity ?? '');
  const byVerdict = VERDICTS.length - VERDICTS.indexOf(finding.verdict);
  return byVerdict * 10 + (severity < 0 ? SEVERITY_ORDER.length : severity);
}

function compareGroups(left: readonly Sighting[], right: readonly Sighting[]): number {
  const [worstLeft] = left;
  const [worstRight] = right;
  if (!worstLeft || !worstRight) return 0;
  return gravity(worstLeft) - gravity(worstRight);
}
