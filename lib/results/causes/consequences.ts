import type { Breach } from '../../breaches/breach.ts';
import { kindOf, spoiltBy } from '../../breaches/catalogue.ts';
import { type Consequence, rankOf } from '../../breaches/consequences.ts';
import type { Finding } from '../finding.ts';
import type { ExchangeRecord, ScenarioRecord } from '../results.ts';
import { isDelete, isStore, routeOf, type TargetAddress, transactionOf, viewOf } from '../transaction.ts';
import { storedOtherwise, type Viewed } from './altered-at-store.ts';
import { type Evidence, evidenceOf, STALE_LISTS } from './evidence.ts';
import { mayStandBelow, withoutGraverBelow } from './no-graver-below.ts';
import { renamedAtStore } from './renamed-at-store.ts';
import { subjectOf } from './subject.ts';

/** Breaches of one kind in one finding. */
interface Seen {
  readonly breaches: readonly Breach[];
  readonly consequence: Consequence;
  readonly finding: Finding;
  readonly scenario: ScenarioRecord;
}

/** What consequences are read from. */
interface Run {
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
  readonly target: TargetAddress;
}

/** One breach of a sighting with its evidence. `since`: place in the run of the exchange from which on it holds. */
interface Sight<S> extends Evidence, Viewed {
  readonly sighting: S;
  readonly since: number;
  /** Place in the run of the exchange that shows it. */
  readonly at: number;
  /** It was seen on the way to something else, as a retrieve is to see what a store did. */
  readonly isByTheWay: boolean;
}

/** What a sighting is a consequence of. */
export interface Explained<S> {
  readonly cause: S;
  /** What both have in common: what was spoiled, lost or misread, or the place where both stand. */
  readonly link: string;
  /** By nothing but that both stand at one place. */
  readonly isByPlace: boolean;
}

/**
 * Which sightings are consequences, and of what: where each of the breaches needs what another one takes, or stands where
 * another one tells more. What has one breach that stands alone is no consequence. Pure.
 */
export function consequencesIn<S extends Seen>(sightings: readonly S[], run: Run): Map<S, Explained<S>> {
  const sights = sightsOf(sightings, run);
  const spoiltViews = viewsSpoilt(sights, run);
  const otherwise = storedOtherwise(sights);
  const renamed = renamedAtStore(sights);
  const takers = new Map<string, Sight<S>[]>();
  for (const sight of sights)
    for (const key of [...sight.takes, ...spoiltViews(sight), ...otherwise.takenBy(sight), ...renamed.takenBy(sight)]) {
      const others = takers.get(key);
      if (others) others.push(sight);
      else takers.set(key, [sight]);
    }
  const first = firstAtPlaces(sights);
  const causeOf = (sight: Sight<S>): Explained<S> | undefined => {
    const { sighting, breach, needs, places, at, view } = sight;
    const isCause = (other: Sight<S>, key: string): boolean =>
      other.sighting !== sighting &&
      (other.breach.code !== breach.code || LISTED.test(key)) &&
      (other.since <= at || key === STALE_LISTS);
    const explainedBy = (key: string, others: readonly Sight<S>[], isByPlace: boolean): Explained<S>[] =>
      others.filter((other) => isCause(other, key)).map((other) => ({ cause: other.sighting, link: key, isByPlace }));
    const needed = [
      ...needs,
      ...otherwise.neededBy(sight),
      ...renamed.neededBy(sight),
      ...(view === null ? [] : needs.map((need) => ofView(need, view))),
    ];
    const possible = [
      ...needed.flatMap((key) => explainedBy(key, takers.get(key) ?? [], false)),
      ...places.flatMap((key) => {
        const other = first.get(key);
        return other ? explainedBy(key, [other], true) : [];
      }),
    ];
    // A milder one may itself be a consequence of a graver one.
    return possible.find(({ cause, link }) => mayStandBelow(sighting, cause, link)) ?? possible[0];
  };
  const causes = new Map<S, Explained<S>>();
  const standing = new Set<S>();
  for (const sight of sights) {
    const cause = causeOf(sight);
    if (cause === undefined) standing.add(sight.sighting);
    else if (!causes.has(sight.sighting)) causes.set(sight.sighting, cause);
  }
  for (const sighting of standing) causes.delete(sighting);
  return withoutGraverBelow(withoutCircles(causes));
}

function sightsOf<S extends Seen>(sightings: readonly S[], { exchanges, target }: Run): Sight<S>[] {
  const order = new Map(exchanges.map((exchange, index) => [exchange.id, { exchange, index }]));
  return sightings.flatMap((sighting) => {
    return sighting.breaches.map((breach) => {
      const shown = order.get(breach.exchange ?? '');
      const { says } = kindOf(breach.code);
      const change = shown && changeBefore(shown.index, exchanges);
      const isEffect = says === 'lost' || says === 'kept' || says === 'ignored';
      const witness = { exchange: shown?.exchange, change: change?.exchange };
      const at = shown?.index ?? 0;
      const since = isEffect ? (change?.index ?? at) : 0;
      const transaction = shown && transactionOf(shown.exchange.request.method, shown.exchange.request.url, target);
      const view = transaction && shown ? viewOf(routeOf(shown.exchange.request, target)) : null;
      const isByTheWay = isOfAnotherService(sighting.scenario, shown?.exchange, target);
      const subject = subjectOf(breach, shown?.exchange, target);
      const seen = { sighting, breach, consequence: sighting.consequence, says, subject };
      return { ...seen, at, since, view, isByTheWay, ...evidenceOf(breach, witness, target) };
    });
  });
}

/** Whether an exchange only shows what became of what a scenario does, as a retrieve after a store. */
export function isOfAnotherService(
  { service }: ScenarioRecord,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
): boolean {
  const transaction = exchange && transactionOf(exchange.request.method, exchange.request.url, target);
  return transaction ? transaction.service !== service : false;
}

/** The last store or delete that the scenario of an exchange sent until then, with its place in the run. */
function changeBefore(
  at: number,
  exchanges: readonly ExchangeRecord[],
): { exchange: ExchangeRecord; index: number } | undefined {
  const scenarioOf = (id = '') => id.slice(0, id.lastIndexOf('.'));
  const scenario = scenarioOf(exchanges[at]?.id);
  for (let index = at; index >= 0; index--) {
    const exchange = exchanges[index];
    if (!exchange || scenarioOf(exchange.id) !== scenario) return undefined;
    if (isDelete(exchange.request) || isStore(exchange.request)) return { exchange, index };
  }
  return undefined;
}

/** A key of what one answer spoils, as that of all answers of a view. */
function ofView(key: string, view: string): string {
  return key.replace(/^(spoiled \w+)( \d+)? of .*/, `$1 of every ${view}`);
}

/**
 * What is spoilt in all answers of a view that were looked at is spoilt in those that nobody looked at, such as those that
 * only show what a store did. The keys of a sight that spoils them all.
 */
function viewsSpoilt<S extends Seen>(
  sights: readonly Sight<S>[],
  { scenarios, exchanges, target }: Run,
): (sight: Sight<S>) => string[] {
  const spoiling = sights.filter(({ breach, view }) => view !== null && spoiltBy(breach) !== null);
  const spoilt = new Map<string, Set<string>>();
  for (const { breach, view, sighting } of spoiling) {
    const key = `${sighting.finding.requirement} ${breach.code} ${view}`;
    const ids = spoilt.get(key) ?? new Set();
    spoilt.set(key, ids.add(breach.exchange ?? ''));
  }
  const views = new Map(
    exchanges.map(({ id, request, response }) => [
      id,
      response && response.status < 300 ? viewOf(routeOf(request, target)) : '',
    ]),
  );
  const looked = new Map<string, Set<string>>();
  for (const { requirement, verdict, exchanges: ids } of scenarios.flatMap(({ findings }) => findings)) {
    if (verdict === 'incomplete') continue;
    for (const id of ids) {
      const key = `${requirement} ${views.get(id)}`;
      looked.set(key, (looked.get(key) ?? new Set()).add(id));
    }
  }
  return ({ breach, view, sighting, takes }) => {
    const { requirement } = sighting.finding;
    const ids = spoilt.get(`${requirement} ${breach.code} ${view}`);
    if (view === null || ids === undefined) return [];
    const all = looked.get(`${requirement} ${view}`) ?? new Set();
    return [...all].every((id) => ids.has(id))
      ? takes.filter((key) => key.startsWith('spoiled')).map((key) => ofView(key, view))
      : [];
  };
}

/** Attributes that one list of a server leaves out. */
const LISTED = /^absent attributes of /;

/** Of all breaches at one place of one answer, that which tells most: what spoils it, else the gravest, else the first. */
function firstAtPlaces<S extends Seen>(sights: readonly Sight<S>[]): Map<string, Sight<S>> {
  const first = new Map<string, Sight<S>>();
  for (const sight of sights) {
    for (const place of sight.places) {
      const before = first.get(place);
      if (!before || rank(sight) < rank(before)) first.set(place, sight);
    }
  }
  return first;
}

/**
 * Smaller tells more. What an answer holds tells more than how it is labelled, or what leads there; a rule of its format
 * more than one of all HTTP, unless it is by HTTP already that nothing can be read.
 */
function rank<S extends Seen>({ sighting, breach, isByTheWay }: Sight<S>): number {
  const { kind } = breach.where;
  const isSpoiling = spoiltBy(breach) !== null;
  const isLabel = kind === 'header';
  const isCommon = sighting.finding.requirement.startsWith('COMMON-');
  return (
    Number(!isSpoiling) * 100_000 +
    Number(breach.grade === 'warn') * 10_000 +
    rankOf(sighting.consequence) * 10 +
    Number(isByTheWay) * 4 +
    Number(isLabel) * 2 +
    Number(isCommon !== isSpoiling)
  );
}

/** A consequence of its own consequence is none: what only stands at one place with the others stands alone. */
function withoutCircles<S>(causes: Map<S, Explained<S>>): Map<S, Explained<S>> {
  for (const start of [...causes.keys()]) {
    const met: S[] = [];
    let next: S | undefined = start;
    while (next !== undefined && !met.includes(next)) {
      met.push(next);
      next = causes.get(next)?.cause;
    }
    if (next === undefined) continue;
    const circle = met.slice(met.indexOf(next));
    causes.delete(circle.find((one) => causes.get(one)?.isByPlace) ?? next);
  }
  return causes;
}
