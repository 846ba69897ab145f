import { retrieveUrlsOfResults } from '../../lib/answers/links.ts';
import { likeUid, newUid } from '../../lib/dicom/uid.ts';
import type { QueryParameters, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { searchStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { levelAsked } from '../../lib/judges/search/asked.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { type KeyRequirement, keySelects, type UnlikeUid } from '../../lib/judges/search/keys.ts';
import { pathSelects, searchFindsExactly, searchWithoutMatchIsEmpty } from '../../lib/judges/search/matches.ts';
import { listedUids } from '../../lib/judges/search/results.ts';
import { countsAreRight, resultsHaveRequiredAttributes } from '../../lib/judges/search/returned-attributes.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import type { Profile } from '../../lib/target/profile.ts';
import { asHeld } from '../steps/as-held.ts';
import { askUntilStoresSettle } from '../steps/ask-until.ts';
import { followRetrieveUrls } from '../steps/follow-links.ts';
import { JSON_FORM } from '../steps/json-requirements.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { foundByNoSearch } from '../steps/search-lags.ts';
import { resultsAreRight } from '../steps/search-results.ts';
import { needsAny, ofSeries, ofStudy, ofTarget } from '../steps/stored.ts';

interface Search {
  readonly id: string;
  readonly title: string;
  readonly resource: (context: ScenarioContext) => SearchResource;
  readonly key: 'StudyInstanceUID' | 'SeriesInstanceUID' | 'SOPInstanceUID';
  readonly value: (context: ScenarioContext) => string;
  /** In what the value that nothing has departs from the stored one, so that a comparison of parts is noticed. */
  readonly unlike: 'its end' | 'its length';
  /** Resources below a study or series that does not hold the value; absent where the path names neither. */
  readonly elsewhere?: (context: ScenarioContext) => readonly SearchResource[];
  /** The requirement that says this key has to be matched on this resource. */
  readonly matching: KeyRequirement;
  /** Requirements on what each result of this level, and of a relational resource, returns. */
  readonly returns: readonly string[];
  readonly features: readonly (keyof Profile['features'])[];
  readonly needs: Scenario['obstacle'];
}

const EVERY_SEARCH = [
  ...EVERY_ANSWER,
  ...JSON_FORM,
  'QIDO-003',
  'QIDO-005',
  'QIDO-006',
  'QIDO-021',
  'QIDO-022',
  'QIDO-023',
  'QIDO-068',
];

function searches(search: Search): Scenario {
  return {
    id: search.id,
    service: 'search',
    title: search.title,
    covers: [...EVERY_SEARCH, search.matching, ...search.returns],
    proves: search.returns.filter((id) => id === 'QIDO-001' || id === 'QIDO-002'),
    features: search.features,
    obstacle: (context) => search.needs(context) ?? foundByNoSearch(context),
    async play(context) {
      const { dicomweb, target } = context;
      const stored = asHeld(context);
      const resource = search.resource(context);
      const query: QueryParameters = [[search.key, search.value(context)]];
      const expected = expectedSearch(stored, resource, query);
      // Each level of search may follow what was stored a while later, and counts may: those of series are attributes.
      const settling = [searchFindsExactly, countsAreRight, resultsHaveRequiredAttributes];
      const isSettled = (answer: Exchange) =>
        settling.every((judge) => judge(answer, expected, target.profile).verdict !== 'fail');
      const ask = () => dicomweb.search(resource, query);
      const exchange = await askUntilStoresSettle(context, ask, isSettled);
      const notFound = await dicomweb.search(resource, [[search.key, likeUid(search.value(context), search.unlike)]]);
      const unlike = await searchForUnlike(context, search, notFound);
      const byKey = { key: search.key, found: exchange, expected, notFound, ...(unlike ? { unlike } : {}) };
      const answers = [exchange, notFound, ...(unlike ? [unlike.exchange] : [])];
      context.judge(
        isProperAnswer(...answers),
        searchStatusesAreDefined(...answers),
        dicomJsonIsRight(exchange, stored),
        resultsAreRight(exchange, expected, target.profile, byKey),
        searchWithoutMatchIsEmpty(byKey),
        keySelects(search.matching, byKey),
        otherKeysAreNotAsked(search),
      );
      for (const other of search.elsewhere?.(context) ?? []) {
        const elsewhere = await dicomweb.search(other, query);
        context.judge(isProperAnswer(elsewhere), pathSelects(elsewhere, byKey));
      }
      // Where a URL of something else leads to is no matter of this search.
      const isOfMatch = (uid: string) => expected.matches.some((match) => match.uid === uid);
      const urls = retrieveUrlsOfResults(exchange, expected.level).filter(({ uid }) => isOfMatch(uid));
      const instancesOf = (uid: string) => expected.matches.find((match) => match.uid === uid)?.instances ?? [];
      context.judge(await followRetrieveUrls(context, 'QIDO-021', exchange, urls, instancesOf));
    },
  };
}

/** How many keys of the level the requirement names. */
const KEYS_OF_LEVEL: Partial<Record<KeyRequirement, number>> = { 'QIDO-010': 9, 'QIDO-011': 5, 'QIDO-013': 3 };

/** The tutorial asks by one key alone: what it shows is a part of the requirement, the duties ask for the rest. */
function otherKeysAreNotAsked({ key, matching }: Search): Finding[] {
  const others = (KEYS_OF_LEVEL[matching] ?? 1) - 1;
  const remark = `the tutorial asks by ${key}; the duties ask by the other ${others} keys of this level`;
  return others > 0
    ? [notJudged({ title: 'selects by the other keys' }, matching, { reason: 'not-exercised', remark })]
    : [];
}

/** A UID that is nearly the stored one and finds something may be taken for it, or the key is not heeded at all. */
async function searchForUnlike(
  context: ScenarioContext,
  { key, unlike, resource }: Search,
  nearly: Exchange,
): Promise<UnlikeUid | null> {
  if (listedUids(nearly, levelAsked(nearly)).length === 0) return null;
  return { nearly: unlike, exchange: await context.dicomweb.search(resource(context), [[key, newUid()]]) };
}

const studyUid = ({ dataset }: ScenarioContext): string => dataset.study;
const seriesUid = ({ dataset }: ScenarioContext): string => dataset.roles.targetSeries.uid;
const instanceUid = ({ dataset }: ScenarioContext): string => dataset.roles.target.instance;

export const SEARCH: readonly Scenario[] = [
  searches({
    id: 'T12',
    title: 'finds a study by its UID',
    resource: () => ({ level: 'studies' }),
    key: 'StudyInstanceUID',
    value: studyUid,
    unlike: 'its length',
    matching: 'QIDO-010',
    returns: ['QIDO-001', 'QIDO-020', 'QIDO-024'],
    features: ['search'],
    needs: needsAny(ofStudy),
  }),
  searches({
    id: 'T13',
    title: 'finds a series by its UID among all series',
    resource: () => ({ level: 'series' }),
    key: 'SeriesInstanceUID',
    value: seriesUid,
    unlike: 'its end',
    matching: 'QIDO-011',
    returns: ['QIDO-002', 'QIDO-024', 'QIDO-025', 'QIDO-026', 'QIDO-029'],
    features: ['search', 'relationalSearch'],
    needs: needsAny(ofSeries),
  }),
  searches({
    id: 'T14',
    title: 'finds a series by its UID within its study',
    resource: ({ dataset }) => ({ level: 'series', study: dataset.study }),
    key: 'SeriesInstanceUID',
    value: seriesUid,
    unlike: 'its length',
    elsewhere: () => [{ level: 'series', study: newUid() }],
    matching: 'QIDO-011',
    returns: ['QIDO-001', 'QIDO-024', 'QIDO-025', 'QIDO-026'],
    features: ['search'],
    needs: needsAny(ofSeries),
  }),
  searches({
    id: 'T15',
    title: 'finds an instance by its UID among all instances',
    resource: () => ({ level: 'instances' }),
    key: 'SOPInstanceUID',
    value: instanceUid,
    unlike: 'its end',
    matching: 'QIDO-013',
    returns: ['QIDO-002', 'QIDO-027', 'QIDO-028', 'QIDO-029'],
    features: ['search', 'relationalSearch'],
    needs: needsAny(ofTarget),
  }),
  searches({
    id: 'T16',
    title: 'finds an instance by its UID within its study',
    resource: ({ dataset }) => ({ level: 'instances', study: dataset.study }),
    key: 'SOPInstanceUID',
    value: instanceUid,
    unlike: 'its length',
    elsewhere: () => [{ level: 'instances', study: newUid() }],
    matching: 'QIDO-013',
    returns: ['QIDO-002', 'QIDO-027', 'QIDO-028', 'QIDO-029'],
    features: ['search', 'relationalSearch'],
    needs: needsAny(ofTarget),
  }),
  searches({
    id: 'T17',
    title: 'finds an instance by its UID within its series',
    resource: ({ dataset }) => ({
      level: 'instances',
      study: dataset.study,
      series: dataset.roles.targetSeries.uid,
    }),
    key: 'SOPInstanceUID',
    value: instanceUid,
    unlike: 'its end',
    elsewhere: ({ dataset: { study, roles } }) => [
      { level: 'instances', study, series: roles.elsewhere?.series ?? newUid() },
      { level: 'instances', study: newUid(), series: roles.targetSeries.uid },
    ],
    matching: 'QIDO-013',
    returns: ['QIDO-001', 'QIDO-027', 'QIDO-028'],
    features: ['search'],
    needs: needsAny(ofTarget),
  }),
];
