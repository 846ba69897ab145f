import type { Finding } from '../lib/results/finding.ts';
import { violationKey } from '../lib/results/fingerprint.ts';
import type { ExchangeRecord, Results, ScenarioRecord } from '../lib/results/results.ts';
import { VERDICTS } from '../lib/results/verdict.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';

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
}

/** Statuses that say more about the server than about the operation. */
const SERVER_WIDE = /\b(401|403|429|5\d\d)\b/;

/**
 * Breaches and warnings grouped by first cause, worst first. One cause is: the same transport failure; the same
 * server-wide status; or the same thing seen at the same place (UIDs, item numbers and offsets aside).
 */
export function causesOf(results: Results): Cause[] {
  const entries = registerEntries(results);
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const groups = new Map<string, Sighting[]>();
  for (const scenario of results.scenarios) {
    for (const finding of scenario.findings) {
      if (finding.verdict !== 'fail' && finding.verdict !== 'warn') continue;
      const key = causeKey(finding, exchanges);
      const group = groups.get(key) ?? [];
      group.push({ finding, scenario, requirement: entries.get(finding.requirement) });
      groups.set(key, group);
    }
  }
  const seen = new Map<string, number>();
  return [...groups.values()]
    .map((group) => [...group].sort(worstFirst))
    .sort((left, right) => compareGroups(left, right))
    .flatMap((sightings) => {
      const [lead] = sightings;
      if (!lead) return [];
      const count = (seen.get(lead.finding.requirement) ?? 0) + 1;
      seen.set(lead.finding.requirement, count);
      return [{ id: `${lead.finding.requirement}.${count}`, lead, sightings }];
    });
}

function causeKey(finding: Finding, exchanges: ReadonlyMap<string, ExchangeRecord>): string {
  const seen = finding.exchanges.flatMap((id) => exchanges.get(id) ?? []);
  const broken = seen.find(({ failure }) => failure !== null)?.failure;
  if (broken) return `transport ${broken.code}`;
  const [first] = finding.violations;
  if (!first) return `requirement ${finding.requirement} ${finding.verdict} ${finding.remark ?? ''}`;
  if (first.where.kind === 'status') {
    const wide = SERVER_WIDE.exec(first.actual)?.[1];
    if (wide) return `status ${wide}`;
  }
  const seenAt = violationKey(first);
  const specific = first.where.kind === 'header' || first.where.kind === 'json' || first.where.kind === 'element';
  return specific ? seenAt : `${finding.requirement} ${seenAt}`;
}

const SEVERITY_ORDER = ['interop-breaking', 'degraded', 'cosmetic'];

function worstFirst(left: Sighting, right: Sighting): number {
  return gravity(left) - gravity(right);
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
  return gravity(worstLeft) - gravity(worstRight) || right.length - left.length;
}
