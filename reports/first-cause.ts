import type { Finding, Violation } from '../lib/results/finding.ts';
import { violationKey, withoutParticulars } from '../lib/results/fingerprint.ts';
import type { ExchangeRecord, Results, ScenarioRecord, TargetRecord } from '../lib/results/results.ts';
import { VERDICTS } from '../lib/results/verdict.ts';
import { groupByKeys } from './group-by-keys.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';
import { transactionOf } from './statement/transaction.ts';
import { tellingExchange } from './telling-exchange.ts';

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

/** Statuses that say more about the server than about the operation. */
const SERVER_WIDE = /\b(401|403|429|50[234])\b/;

/**
 * Breaches and warnings grouped by first cause: worst first, and of equal gravity in the order of play, since what went
 * wrong earlier may be why the later did. Two findings have one cause when they share the transport failure, the
 * server-wide status, the status line or header of one answer, the unexpected status of one kind of request, the thing
 * seen at the same place, the wrong bytes, or the claim and what was seen instead (UIDs, item numbers and offsets aside).
 */
export function causesOf(results: Results): Cause[] {
  const entries = registerEntries(results);
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const sightings = results.scenarios.flatMap((scenario) =>
    scenario.findings
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      .map((finding): Sighting => ({ finding, scenario, requirement: entries.get(finding.requirement) })),
  );
  const keys = new Map(sightings.map(({ finding }) => [finding, causeKeys(finding, exchanges, results.target)]));
  const all = new Set([...keys.values()].flat());
  const keysOf = ({ finding }: Sighting) => (keys.get(finding) ?? []).flatMap((key) => [key, ...widerKeys(key, all)]);
  const seen = new Map<string, number>();
  return groupByKeys(sightings, keysOf)
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
  return [
    `${claim} ${withoutParticulars(first.actual)}`,
    ...placeKeys(first, tellingExchange(finding, exchanges), target),
  ];
}

/** What findings on other duties share where they tell of the same thing. */
function placeKeys(violation: Violation, telling: ExchangeRecord | undefined, target: TargetRecord): string[] {
  const { where, actual, bytes } = violation;
  switch (where.kind) {
    case 'status': {
      const [wide] = SERVER_WIDE.exec(actual) ?? [];
      if (wide) return [`status ${wide}`];
      return telling ? [`status line of ${telling.id}`, ...unexpectedStatus(violation, telling, target)] : [];
    }
    case 'header': {
      const answer = telling ? [`header ${where.name.toLowerCase()} ${where.part ?? ''} of ${telling.id}`] : [];
      return [violationKey(violation), ...answer];
    }
    case 'json':
    case 'element': {
      const [tag] =
        (where.kind === 'json' ? where.pointer : where.path).match(/[0-9A-F]{8}(?![0-9A-F])/g)?.slice(-1) ?? [];
      return [
        violationKey(violation),
        ...(tag && actual.startsWith('"') ? [`value ${tag} ${actual}`] : []),
        ...bytesKey(bytes),
      ];
    }
    default:
      return bytesKey(bytes);
  }
}

/** The same bytes instead of the same others: no two defects have that in common. */
function bytesKey(bytes: Violation['bytes']): string[] {
  return bytes && bytes.actual.length >= SHORT_WINDOW ? [`bytes ${bytes.expected} ${bytes.actual}`] : [];
}

/** Eight bytes in hexadecimal; fewer are alike by chance. */
const SHORT_WINDOW = 23;

/**
 * A success that came with another status than it should: the same of every resource of its kind, whoever asked. Not
 * so where an error was expected, since each wrong request is wrong in its own way.
 */
function unexpectedStatus(
  { expected }: Violation,
  { request, response }: ExchangeRecord,
  target: TargetRecord,
): string[] {
  if (!/\b2\d\d\b/.test(expected) || !response) return [];
  const transaction = transactionOf(request.method, request.url, target);
  return transaction ? [`status ${response.status} to ${transaction.service} ${viewOf(transaction.resource)}`] : [];
}

/** Of an instance that is not there, nothing is there: not its metadata, its frames or its picture. */
function widerKeys(key: string, all: ReadonlySet<string>): string[] {
  const whole = 'status 404 to retrieve ';
  return key.startsWith(whole) && all.has(whole) ? [whole] : [];
}

/** What is asked of a resource: its metadata, its frames; empty where it is the resource itself. */
function viewOf(resource: string): string {
  return /\/(metadata|rendered|thumbnail|pixeldata|bulkdata|frames)(?=\/|$)/.exec(resource)?.[1] ?? '';
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
  return gravity(worstLeft) - gravity(worstRight);
}
