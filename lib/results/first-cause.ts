import type { Breach, Grade } from '../breaches/breach.ts';
import { consequenceOf, kindOf } from '../breaches/catalogue.ts';
import { type Consequence, classOf, rankOf } from '../breaches/consequences.ts';
import type { Harm } from '../breaches/harm.ts';
import type { Parameter, Says } from '../breaches/kind.ts';
import { OF_UNKNOWN } from './causes/answered-alike.ts';
import { consequencesIn, type Explained, isOfAnotherService } from './causes/consequences.ts';
import { isErrorMessage, isForPeople } from './causes/page.ts';
import { sharedEvidence } from './causes/shared-evidence.ts';
import { isFaultyTaken } from './causes/status-evidence.ts';
import type { Finding } from './finding.ts';
import { identityOf } from './fingerprint.ts';
import { groupByKeys } from './group-by-keys.ts';
import type { ExchangeRecord, ScenarioRecord } from './results.ts';
import type { TargetAddress } from './transaction.ts';

/** One kind of breach in one finding, with the scenario that saw it. */
export interface Sighting {
  readonly finding: Finding;
  readonly scenario: ScenarioRecord;
  /** The first breach of this kind in the finding that fails, or else the first. */
  readonly breach: Breach;
  /** All of them that were kept, the first included. */
  readonly breaches: readonly Breach[];
  readonly consequence: Consequence;
}

/** Breaches that a vendor would mend by one change: the one that tells the cause first, the others beside it. */
export interface Cause {
  /** Unique in the report, stable between two reports of one run. */
  readonly id: string;
  readonly lead: Sighting;
  readonly sightings: readonly Sighting[];
  /** `fail` where any of them fails, whatever leads: no failure stands in the ticket of a warning. */
  readonly grade: Grade;
  /**
   * What it does to people: that of its gravest breach that follows from no other. Warnings count only where nothing fails:
   * what the text leaves in doubt makes no problem graver.
   */
  readonly consequence: Consequence;
  /** The class of harm of the consequence. */
  readonly harm: Harm;
  /** The exchange that shows what the lead tells. */
  readonly exchange: ExchangeRecord | undefined;
}

/** What grouping by cause needs of a run. */
export interface CauseFacts {
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
  readonly target: TargetAddress;
}

/**
 * Breaches grouped by first cause: those with a failure before those that only warn, then by what they do, gravest first, and
 * then in the order of play. What two breaches
 * share in what was seen makes them one defect; what one keeps another from showing makes that its consequence. A group
 * is led by the gravest that is no consequence. Codes, places and answers decide, never words.
 */
export function causesOf(results: CauseFacts): Cause[] {
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const sightings = allSightings(results, exchanges);
  const explained = consequencesIn(sightings, results);
  const roots = sightings.filter((sighting) => !explained.has(sighting));
  const sharedOf = sharedEvidence(
    roots.flatMap(({ breaches }) => breaches),
    exchanges,
    results.target,
  );
  const isByTheWay = ({ breach, scenario }: Sighting): boolean =>
    isOfAnotherService(scenario, exchanges.get(breach.exchange ?? ''), results.target);
  const seen = new Map<string, number>();
  return groupByKeys(roots, ({ breaches }) => breaches.flatMap(sharedOf))
    .map((group) => {
      const [lead, ...others] = group.toSorted(
        (left, right) =>
          gravity(left) - gravity(right) ||
          Number(tellsOfUnknown(right)) - Number(tellsOfUnknown(left)) ||
          Number(isByTheWay(left)) - Number(isByTheWay(right)),
      );
      const sightings = [...others, ...explainedBy(group, explained)];
      const all = lead ? [lead, ...sightings] : [];
      const tellers =
        failingOf(group).length > 0 ? failingOf(group) : failingOf(all).length > 0 ? failingOf(all) : group;
      return { lead, sightings, tellers };
    })
    .toSorted((left, right) => rankOfGroup(left) - rankOfGroup(right))
    .flatMap(({ lead, sightings: others, tellers }) => {
      if (!lead) return [];
      const count = (seen.get(lead.breach.code) ?? 0) + 1;
      seen.set(lead.breach.code, count);
      const exchange = exchanges.get(lead.breach.exchange ?? '');
      const id = `${lead.breach.code}.${count}`;
      return [{ id, lead, sightings: [lead, ...others], ...gravestOf(tellers), exchange }];
    });
}

/** What a breach follows from, and what both have in common. */
export interface FollowsFrom {
  readonly cause: Breach;
  readonly link: string;
}

/** Breaches that are nothing but consequences of others of the run, and what each follows from. */
export function consequencesOf(results: CauseFacts): ReadonlyMap<Breach, FollowsFrom> {
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const explained = consequencesIn(allSightings(results, exchanges), results);
  return new Map(
    [...explained].flatMap(([{ breaches }, { cause, link }]) =>
      breaches.map((breach) => [breach, { cause: cause.breach, link }] as const),
    ),
  );
}

function allSightings({ scenarios }: CauseFacts, exchanges: ReadonlyMap<string, ExchangeRecord>): Sighting[] {
  return scenarios.flatMap((scenario) =>
    scenario.findings.flatMap((finding) => sightingsOf(finding, scenario, exchanges)),
  );
}

/** The consequences of sightings, and theirs. */
function explainedBy(group: readonly Sighting[], explained: ReadonlyMap<Sighting, Explained<Sighting>>): Sighting[] {
  const isOf = (sighting: Sighting): boolean => {
    const cause = explained.get(sighting)?.cause;
    return cause !== undefined && (group.includes(cause) || isOf(cause));
  };
  return [...explained.keys()].filter(isOf);
}

/** A finding with breaches of several kinds tells of several things. */
function sightingsOf(
  finding: Finding,
  scenario: ScenarioRecord,
  exchanges: ReadonlyMap<string, ExchangeRecord>,
): Sighting[] {
  if (finding.verdict !== 'fail' && finding.verdict !== 'warn') return [];
  const kinds = groupByKeys(finding.breaches, (breach) => [[breach.code, ...identityOf(breach)].join('\n')]);
  return kinds.flatMap((breaches) => {
    const breach = failingFirst(breaches);
    return breach
      ? [
          {
            finding,
            scenario,
            breach,
            breaches,
            consequence: consequenceSeen(breach, exchanges.get(breach.exchange ?? '')),
          },
        ]
      : [];
  });
}

/** What is answered for anything that is not there says more than what is for a wrong frame, or a wrong parent. */
function tellsOfUnknown({ breach }: Sighting): boolean {
  return OF_UNKNOWN.includes(breach.code);
}

/** No failure stands behind a warning of the same kind. */
function failingFirst(breaches: readonly Breach[]): Breach | undefined {
  return breaches.find(({ grade }) => grade === 'fail') ?? breaches[0];
}

/** What says that an answer holds something. */
const OF_CONTENT: readonly (Says | undefined)[] = ['foreign', 'kept'];

/** A page for people, or a message of an error, shows nobody's image, whatever should not have been answered. */
function consequenceSeen(breach: Breach, exchange: ExchangeRecord | undefined): Consequence {
  const isPageOnly =
    exchange?.response &&
    (isForPeople(exchange.response) || isErrorMessage(exchange.response)) &&
    (OF_CONTENT.includes(kindOf(breach.code).says) || isFaultyTaken(breach));
  if (isPageOnly) return 'status-unclear';
  return isNewName(breach) ? 'value-altered' : consequenceOf(breach);
}

/** Study, Series and SOP Instance UID. */
const NAMES: readonly Parameter[] = ['0020000D', '0020000E', '00080018'];

/** Under a UID that nothing else of the run has, nobody takes an image for another one: it is not found under its own. */
function isNewName({ code, parameters: { tag }, belongsTo }: Breach): boolean {
  return belongsTo === undefined && kindOf(code).says === 'altered' && NAMES.includes(tag ?? null);
}

function failingOf(sightings: readonly Sighting[]): Sighting[] {
  return sightings.filter(({ breach }) => breach.grade === 'fail');
}

/** Smaller is worse: failures first, then by what they do. */
function gravity({ breach, consequence }: Sighting): number {
  return (breach.grade === 'fail' ? 0 : 1_000) + rankOf(consequence);
}

function rankOfGroup({ tellers }: { readonly tellers: readonly Sighting[] }): number {
  return Math.min(...tellers.map(gravity));
}

function gravestOf(tellers: readonly Sighting[]): Pick<Cause, 'grade' | 'consequence' | 'harm'> {
  const [worst] = tellers.toSorted((left, right) => gravity(left) - gravity(right));
  const consequence = worst?.consequence ?? 'detail-differs';
  return { grade: worst?.breach.grade ?? 'warn', consequence, harm: classOf(consequence) };
}
