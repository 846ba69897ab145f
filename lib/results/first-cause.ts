import type { Breach, Grade } from '../breaches/breach.ts';
import { consequenceOf, spoiltBy } from '../breaches/catalogue.ts';
import { type Consequence, classOf, rankOf } from '../breaches/consequences.ts';
import type { Harm } from '../breaches/harm.ts';
import { type AlikeKeys, answeredAlike } from './causes/answered-alike.ts';
import { type CauseKeys, causeKeys, joinedKeys } from './causes/cause-keys.ts';
import { type FamilyKeys, familiesOf, manyOfAKind } from './causes/families.ts';
import type { Finding } from './finding.ts';
import { defectOf } from './fingerprint.ts';
import { groupByKeys } from './group-by-keys.ts';
import type { ExchangeRecord, ScenarioRecord } from './results.ts';
import type { TargetAddress } from './transaction.ts';

/** One kind of breach in one finding, with the scenario that saw it. */
export interface Sighting {
  readonly finding: Finding;
  readonly scenario: ScenarioRecord;
  /** The first breach of this kind in the finding. */
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
   * What it does: that of the gravest of those that are no consequence of another one: of its failures where it has any, since what
   * is only warned of, as what the text leaves in doubt, makes no problem graver.
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
 * Breaches grouped by first cause: those with a failure before those that only warn, then by what they do, gravest first,
 * and then in the order of play. A group is led by a breach that is no consequence of another one in it; of several by what
 * kept an answer from being read, then by the gravest. Codes, places and routes decide, never words.
 */
export function causesOf(results: CauseFacts): Cause[] {
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const sightings = results.scenarios.flatMap((scenario) =>
    scenario.findings.flatMap((finding) => sightingsOf(finding, scenario)),
  );
  const breaches = sightings.flatMap((sighting) => sighting.breaches);
  const familyKeys = familiesOf(breaches, exchanges, results.target);
  const alikeKeys = answeredAlike(breaches, exchanges, results.target);
  const keyed = sightings
    .map((sighting) => ({ sighting, keys: keysOf(sighting, familyKeys, alikeKeys, exchanges, results.target) }))
    .map(namingTheFirst());
  const sure = new Set(keyed.flatMap(({ keys }) => keys.sure));
  const ofTheirOwn = keyed.filter((one) => !isConsequence(one, sure));
  const many = manyOfAKind(ofTheirOwn.flatMap(({ sighting }) => sighting.breaches));
  const areMany = new Set(ofTheirOwn.filter(({ sighting }) => many.has(sighting.breach.code)));
  const seen = new Map<string, number>();
  return groupByKeys(keyed, (one) => [
    ...joinedKeys(one.keys, sure),
    ...(areMany.has(one) ? [`many ${one.sighting.breach.code}`] : []),
  ])
    .map((group) => groupOf(group, sure))
    .toSorted((left, right) => worstOf(left) - worstOf(right))
    .flatMap(({ sightings, roots }) => {
      const [lead] = sightings;
      if (!lead) return [];
      const count = (seen.get(lead.breach.code) ?? 0) + 1;
      seen.set(lead.breach.code, count);
      const exchange = exchanges.get(lead.breach.exchange ?? '');
      return [{ id: `${lead.breach.code}.${count}`, lead, sightings, ...gravestOf(roots), exchange }];
    });
}

/** Of several defects with a cause of one name, the first stands for the name: what follows from it joins that one. */
function namingTheFirst(): (keyed: Keyed) => Keyed {
  const taken = new Set<string>();
  return ({ sighting, keys }) => {
    const first = keys.named.filter((name) => !taken.has(name));
    for (const name of first) taken.add(name);
    return { sighting, keys: { ...keys, sure: [...keys.sure, ...first] } };
  };
}

/** The keys of all breaches of a sighting: another finding may tell of the same place as any of them. */
function keysOf(
  { breaches }: Sighting,
  familyKeys: FamilyKeys,
  alikeKeys: (breach: Breach) => AlikeKeys,
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): CauseKeys {
  const keys = breaches.map((breach) => causeKeys(breach, exchanges, target));
  const alike = breaches.map(alikeKeys);
  return {
    sure: [...keys.flatMap(({ sure }) => sure), ...breaches.flatMap(familyKeys), ...alike.flatMap(({ sure }) => sure)],
    named: keys.flatMap(({ named }) => named),
    alone: keys.flatMap(({ alone }) => alone),
    follows: [...keys, ...alike].flatMap(({ follows }) => follows),
  };
}

/** A finding with breaches of several kinds tells of several things. */
function sightingsOf(finding: Finding, scenario: ScenarioRecord): Sighting[] {
  if (finding.verdict !== 'fail' && finding.verdict !== 'warn') return [];
  const kinds = groupByKeys(finding.breaches, (breach) => [[breach.code, ...defectOf(breach)].join('\n')]);
  return kinds.flatMap((breaches) => {
    const [breach] = breaches;
    return breach ? [{ finding, scenario, breach, breaches, consequence: consequenceOf(breach) }] : [];
  });
}

interface Keyed {
  readonly sighting: Sighting;
  readonly keys: CauseKeys;
}

/** Sightings of one cause, that which tells it first. `roots`: those of its grade that are no consequence of another one. */
interface Group {
  readonly sightings: readonly Sighting[];
  readonly roots: readonly Sighting[];
}

function groupOf(keyed: readonly Keyed[], sure: ReadonlySet<string>): Group {
  const sorted = keyed.toSorted((left, right) => leadsFirst(left, right, sure));
  const failing = sorted.filter(({ sighting }) => sighting.breach.grade === 'fail');
  const counting = failing.length > 0 ? failing : sorted;
  const roots = counting.filter((one) => !isConsequence(one, sure));
  const sightingOf = ({ sighting }: Keyed): Sighting => sighting;
  return { sightings: sorted.map(sightingOf), roots: (roots.length > 0 ? roots : counting).map(sightingOf) };
}

function leadsFirst(left: Keyed, right: Keyed, sure: ReadonlySet<string>): number {
  return (
    Number(isConsequence(left, sure)) - Number(isConsequence(right, sure)) ||
    Number(spoils(right)) - Number(spoils(left)) ||
    gravity(left.sighting) - gravity(right.sighting)
  );
}

function isConsequence({ keys }: Keyed, sure: ReadonlySet<string>): boolean {
  return keys.follows.some((key) => sure.has(key) && !keys.sure.includes(key));
}

function spoils({ sighting }: Keyed): boolean {
  return spoiltBy(sighting.breach) !== null;
}

/** Smaller is worse. */
function gradeRank({ breach }: Sighting): number {
  return breach.grade === 'fail' ? 0 : 1;
}

/** Smaller is worse: failures first, then by what they do. */
function gravity(sighting: Sighting): number {
  return gradeRank(sighting) * 1_000 + rankOf(sighting.consequence);
}

function gravestOf(roots: readonly Sighting[]): Pick<Cause, 'grade' | 'consequence' | 'harm'> {
  const [worst] = roots.toSorted((left, right) => gravity(left) - gravity(right));
  const consequence = worst?.consequence ?? 'detail-differs';
  return { grade: worst?.breach.grade ?? 'warn', consequence, harm: classOf(consequence) };
}

/** Smaller is worse. What only follows makes a group no graver: an answer that cannot be read misses everything. */
function worstOf({ roots }: Group): number {
  return Math.min(...roots.map(gravity));
}
