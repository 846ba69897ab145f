import type { Finding, Violation, Where } from '../lib/results/finding.ts';
import { violationKey, withoutParticulars } from '../lib/results/fingerprint.ts';
import type { ExchangeRecord, Results, ScenarioRecord, TargetRecord } from '../lib/results/results.ts';
import { VERDICTS } from '../lib/results/verdict.ts';
import { groupByKeys } from './group-by-keys.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';
import { transactionOf } from './statement/transaction.ts';

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
 * Breaches and warnings grouped by first cause, worst first. Two findings have one cause when they share the transport
 * failure, the server-wide status, the unexpected status of one kind of request, the thing seen at the same place, or the claim and what was seen instead (UIDs, item
 * numbers and offsets aside).
 */
export function causesOf(results: Results): Cause[] {
  const entries = registerEntries(results);
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const sightings = results.scenarios.flatMap((scenario) =>
    scenario.findings
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      .map((finding): Sighting => ({ finding, scenario, requirement: entries.get(finding.requirement) })),
  );
  const seen = new Map<string, number>();
  return groupByKeys(sightings, ({ finding }) => causeKeys(finding, exchanges, results.target))
    .map((group) => [...group].sort(worstFirst))
    .sort(compareGroups)
    .flatMap((group) => {
      const [lead] = group;
      if (!lead) return [];
      const count = (seen.get(lead.finding.requirement) ?? 0) + 1;
      seen.set(lead.finding.requirement, count);
      return [{ id: `${lead.finding.requirement}.${count}`, lead, sightings: group }];
    });
}

function causeKeys(finding: Finding, exchanges: ReadonlyMap<string, ExchangeRecord>, target: TargetRecord): string[] {
  const broken = finding.exchanges.map((id) => exchanges.get(id)?.failure).find((failure) => failure);
  if (broken) return [`transport ${broken.code}`];
  const [first] = finding.violations;
  const claim = `${finding.verdict} ${finding.requirement} ${finding.claim}`;
  if (!first) return [`${claim} ${finding.remark ?? ''}`];
  if (first.where.kind === 'status') {
    const wide = SERVER_WIDE.exec(first.actual)?.[1];
    if (wide) return [`status ${wide}`];
  }
  const sameClaim = `${claim} ${withoutParticulars(first.actual)}`;
  if (first.where.kind === 'status') return [sameClaim, ...unexpectedStatus(first, finding, exchanges, target)];
  return SPECIFIC.includes(first.where.kind) ? [sameClaim, violationKey(first)] : [sameClaim];
}

/**
 * A success that came with another status than it should: the same of every resource of its kind, whoever asked. Not
 * so where an error was expected, since each wrong request is wrong in its own way.
 */
function unexpectedStatus(
  { expected, actual }: Violation,
  finding: Finding,
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetRecord,
): string[] {
  if (!/\b2\d\d\b/.test(expected)) return [];
  return finding.exchanges.flatMap((id) => {
    const exchange = exchanges.get(id);
    const status = exchange?.response?.status;
    if (!exchange || status === undefined || !actual.includes(String(status))) return [];
    const transaction = transactionOf(exchange.request.method, exchange.request.url, target);
    return transaction ? [`status ${status} to ${transaction.service} ${viewOf(transaction.resource)}`] : [];
  });
}

/** What is asked of a resource: its metadata, its frames; empty where it is the resource itself. */
function viewOf(resource: string): string {
  return /\/(metadata|rendered|thumbnail|pixeldata|bulkdata|frames)(?=\/|$)/.exec(resource)?.[1] ?? '';
}

/** Places so exact that the same thing seen there has the same cause, whichever duty it breaks. */
const SPECIFIC: readonly Where['kind'][] = ['header', 'json', 'element'];

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
