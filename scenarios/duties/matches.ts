import { withoutDiscarded } from '../../lib/answers/stored/discarded.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { keysAsked, lastKeyOf } from '../../lib/judges/search/asked.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import type { BlameFor } from '../../lib/judges/search/key-blame.ts';
import {
  isIgnored,
  isList,
  isSeenToSelect,
  type KeyRequirement,
  type KeySearch,
} from '../../lib/judges/search/keys.ts';
import { type KeysJudge, keysSelect, valuesSelect } from '../../lib/judges/search/values.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld, metadataSoFar } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';

/** A pair of values of one key or of several: the first selects some of what is stored, the other nothing. */
export interface Pair {
  readonly found: QueryParameters;
  readonly notFound: QueryParameters;
  readonly selects: (instance: StoredInstance) => boolean;
  /** Where they are tried, if it is another place than that of all. */
  readonly place?: Place;
}

/** Keys that are tried, and how their values are meant. */
export interface Keys extends Pair {
  /** What is tried, in words. */
  readonly key: string;
  /** What it means that they do not select; by default that of values which stand for themselves. */
  readonly blame?: BlameFor;
  /** The same keys with values that stand for themselves: where these do not select, nothing else can be told. */
  readonly plain?: readonly Pair[];
  /** It is tried at every place, and not only at the first at which something can be told. */
  readonly everywhere?: true;
}

/** A resource to search, and what narrows the search to the study where the path does not. */
export interface Place {
  readonly resource: SearchResource;
  readonly narrowing: QueryParameters;
}

interface Matching {
  readonly id: string;
  readonly title: string;
  readonly requirement: KeyRequirement;
  /** Requirements that the same searches judge as well. */
  readonly alsoCovers?: readonly string[];
  readonly features?: Scenario['features'];
  /** Where the keys can be tried: the first place at which something can be told counts. */
  readonly places: (context: ScenarioContext) => readonly Place[];
  /** None where the study has no value to search by. */
  readonly keys: (stored: readonly StoredInstance[], context: ScenarioContext, place: Place) => readonly Keys[];
  /** Judges all of the searches at one place. */
  readonly judge?: KeysJudge;
  /** Keywords of all keys that the requirement names: one that no stored value can be searched for by is told of. */
  readonly all?: readonly string[];
}

/** What a server holds of the study, without what it says that it discarded. */
function storedIn(context: ScenarioContext): readonly StoredInstance[] {
  return withoutDiscarded(asHeld(context), metadataSoFar(context));
}

/** A scenario that searches by keys, each time for something and for nothing. */
export function matches(matching: Matching): Scenario {
  const { id, title, requirement, alsoCovers = [], features = ['search'], places, keys } = matching;
  return {
    id,
    service: 'search',
    title,
    covers: [...EVERY_ANSWER, requirement, ...alsoCovers],
    proves: [requirement],
    features,
    obstacle: (context) =>
      places(context).some((place) => keys(storedIn(context), context, place).length > 0)
        ? null
        : 'what was stored has no value to search by',
    async play(context) {
      let findings: readonly Finding[] = [];
      const others: Place[] = [];
      for (const place of places(context)) {
        if (findings.some(isJudged)) {
          others.push(place);
          continue;
        }
        const tried = await tryAt(context, place, matching);
        if (findings.length === 0 || tried.some(isJudged)) findings = tried;
      }
      // What does not select at one place need not be told again of another.
      const isSound = findings.every(({ verdict }) => verdict === 'pass' || verdict === 'info');
      for (const place of isSound ? others : []) {
        const elsewhere = keysEverywhere(matching);
        if (elsewhere.keys(storedIn(context), context, place).length > 0)
          findings = [...findings, ...(await tryAt(context, place, elsewhere))];
      }
      context.judge(findings, notAsked(context, matching));
    },
  };
}

function keysEverywhere(matching: Matching): Matching {
  const { keys } = matching;
  return { ...matching, keys: (...of) => keys(...of).filter(({ everywhere }) => everywhere) };
}

/** One finding for each key that was not asked for: the requirement is met in part only where others pass. */
function notAsked(context: ScenarioContext, { requirement, places, keys, all = [] }: Matching): Finding[] {
  const asked = places(context).flatMap((place) => keys(storedIn(context), context, place));
  const keywords = new Set(asked.flatMap(({ found }) => found.at(-1)?.[0] ?? []));
  return all
    .filter((keyword) => !keywords.has(keyword))
    .map((keyword) => {
      const remark = `no value of ${keyword} is stored that could be searched for`;
      return notJudged({ title: `selects by ${keyword}` }, requirement, { reason: 'not-exercised', remark });
    });
}

const isJudged = ({ verdict }: Finding): boolean => verdict !== 'incomplete';

/** Searches by each of the keys at one place. Plain values are searched for only where others do not select. */
async function tryAt(context: ScenarioContext, place: Place, matching: Matching): Promise<readonly Finding[]> {
  const { requirement, keys, judge = valuesSelect } = matching;
  const all = keys(storedIn(context), context, place);
  const searches: KeySearch[] = [];
  for (const { key, blame, ...pair } of all) {
    const search = await searchBy(context, place, pair);
    const [name, value] = pair.found.at(-1) ?? ['', ''];
    const means = blame?.({ key: name, level: search.expected.level, value });
    searches.push({ ...search, key, ...(means ? { blame: means } : {}) });
  }
  const { profile } = context.target;
  if (searches.every(isSeenToSelect)) return judge(requirement, searches, profile);
  const searchPlainly = remembered((pair: Pair) => searchBy(context, place, pair));
  const without = await askForAll(context, place);
  const beside: KeySearch[] = [];
  for (const [index, search] of searches.entries()) {
    const plain: KeySearch[] = [];
    for (const pair of isSeenToSelect(search) ? [] : (all[index]?.plain ?? [])) {
      const shown = await searchPlainly(pair);
      // Another place that is not offered says nothing of the key.
      if (!pair.place || isList(shown.found)) plain.push(shown);
    }
    const isAloneDue = judge === keysSelect && isIgnored(search) && keysAsked(search.notFound).length > 1;
    const alone = isAloneDue ? { alone: await searchAlone(context, place, search) } : {};
    beside.push({ ...search, without, plain, ...alone });
  }
  return judge(requirement, beside, profile);
}

/** Searches for what has a value, and for what has another one that nothing has. */
async function searchBy(context: ScenarioContext, common: Place, pair: Pair): Promise<KeySearch> {
  const place = pair.place ?? common;
  const stored = storedIn(context);
  const expected = expecting(stored, place.resource, stored.filter(pair.selects));
  const found = await searchWhole(context, expected, [...place.narrowing, ...pair.found]);
  const notFound = await context.dicomweb.search(place.resource, [...place.narrowing, ...pair.notFound]);
  context.judge(isProperAnswer(found, notFound));
  return { key: pair.found.map(([name]) => name).join(' and '), found, notFound, expected };
}

async function askForAll(context: ScenarioContext, { resource, narrowing }: Place): Promise<Exchange> {
  const all = await context.dicomweb.search(resource, narrowing);
  context.judge(isProperAnswer(all));
  return all;
}

/** The searches of a key that was asked beside others, by that key alone. */
async function searchAlone({ dicomweb, judge }: ScenarioContext, { resource }: Place, search: KeySearch) {
  const by = (exchange: Exchange) => {
    const { key, value } = lastKeyOf(exchange);
    return dicomweb.search(resource, [[key, value]]);
  };
  const [found, notFound] = [await by(search.found), await by(search.notFound)];
  judge(isProperAnswer(found, notFound));
  return { found, notFound };
}

/** Searches once by each pair, however many keys build on it. */
function remembered(search: (pair: Pair) => Promise<KeySearch>): (pair: Pair) => Promise<KeySearch> {
  const known = new Map<string, Promise<KeySearch>>();
  return (pair) => {
    const key = JSON.stringify([pair.place, pair.found]);
    const shown = known.get(key) ?? search(pair);
    known.set(key, shown);
    return shown;
  };
}
