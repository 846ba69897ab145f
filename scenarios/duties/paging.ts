import { UID_TAGS } from '../../lib/answers/levels.ts';
import type { ExpectedSearch } from '../../lib/judges/search/expected.ts';
import { limitCountsMatches } from '../../lib/judges/search/limit.ts';
import {
  nothingIsBeyondTheEnd,
  orderIsStable,
  type Page,
  pagesFitTogether,
  remainderIsAnnounced,
} from '../../lib/judges/search/pages.ts';
import { listedUids } from '../../lib/judges/search/results.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { listsOfStudy } from './lists.ts';

/** An offset that no study reaches. */
const BEYOND = 1_000_000;
const MOST_PAGES = 3;
/** A server may hold its lists to some length: pages this small stay within it. */
const LARGEST_PAGE = 10;

export const PAGING: Scenario = {
  id: 'paging',
  service: 'search',
  title: 'gives results page by page',
  covers: [...EVERY_ANSWER, 'QIDO-060', 'QIDO-061', 'QIDO-062', 'QIDO-063'],
  proves: ['QIDO-060'],
  features: ['search'],
  obstacle: (context) =>
    longEnough(context).length > 0 ? null : 'what was stored has no list of two entries to page through',
  async play(context) {
    for (const list of longEnough(context)) await pageThrough(context, list);
  },
};

function longEnough(context: ScenarioContext): ExpectedSearch[] {
  return listsOfStudy(context).filter(({ matches }) => matches.length > 1);
}

async function pageThrough(context: ScenarioContext, list: ExpectedSearch): Promise<void> {
  const { resource, level, matches } = list;
  const search = (query: readonly (readonly [string, string])[]) => context.dicomweb.search(resource, query);
  const whole = await searchWhole(context, list);
  const limit = Math.min(Math.ceil(matches.length / 2), LARGEST_PAGE);
  const pages: Page[] = [];
  for (let offset = 0; offset < matches.length && pages.length < MOST_PAGES; offset += limit) {
    const parameters = [['limit', String(limit)] as const, ['offset', String(offset)] as const];
    // Their order means nothing, and on the first page what is ignored would show.
    const exchange = await search(pages.length === 0 ? parameters.toReversed() : parameters);
    pages.push({ limit, offset, exchange });
  }
  const again = await search([]);
  const beyond = await search([['offset', String(BEYOND)]]);
  const singles = [];
  for (const { uid } of [...matches.slice(0, 1), ...matches.slice(-1)])
    singles.push({ uid, exchange: await search([[UID_TAGS[level], uid] as const, ['limit', '1'] as const]) });
  const [first] = pages;
  // How many remain is known only where the list without paging has what is stored.
  const isWhole = listedUids(whole, level).length === matches.length;
  const answers = [...pages, ...singles].map(({ exchange }) => exchange);
  context.judge(
    isProperAnswer(whole, again, beyond, ...answers),
    pagesFitTogether(whole, level, pages, matches.length),
    limitCountsMatches(whole, level, singles),
    orderIsStable(whole, again, level, context.target.profile),
    first && isWhole ? remainderIsAnnounced(first, level, matches.length) : [],
    nothingIsBeyondTheEnd(beyond, level, whole),
  );
}
