import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import { expectedSearch } from '../../lib/judges/expected-search.ts';
import {
  nothingIsBeyondTheEnd,
  orderIsStable,
  type Page,
  pagesFitTogether,
  remainderIsAnnounced,
} from '../../lib/judges/search-pages.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { held, ofStudy } from '../tutorial/stored.ts';
import { searchWhole } from './search-whole.ts';

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
  obstacle: (context) => (longList(context) ? null : 'what was stored has no list of two entries to page through'),
  async play(context) {
    const list = longList(context);
    if (!list) return;
    const { level, matches } = list;
    const search = (query: readonly (readonly [string, string])[]) => context.dicomweb.search(list.resource, query);
    const whole = await searchWhole(context, list);
    const limit = Math.min(Math.ceil(matches.length / 2), LARGEST_PAGE);
    const pages: Page[] = [];
    for (let offset = 0; offset < matches.length && pages.length < MOST_PAGES; offset += limit) {
      const exchange = await search([
        ['limit', String(limit)],
        ['offset', String(offset)],
      ]);
      pages.push({ limit, offset, exchange });
    }
    const again = await search([]);
    const beyond = await search([['offset', String(BEYOND)]]);
    const [first] = pages;
    context.judge(
      isProperAnswer(whole, again, beyond, ...pages.map(({ exchange }) => exchange)),
      pagesFitTogether(whole, level, pages),
      orderIsStable(whole, again, level, context.target.profile),
      first ? remainderIsAnnounced(first, level, matches.length) : [],
      nothingIsBeyondTheEnd(beyond, level, whole),
    );
  },
};

/** The longest list of what is stored, on a resource that every server has to search. */
function longList(context: ScenarioContext) {
  const { study, roles } = context.dataset;
  const resources: readonly SearchResource[] = [
    { level: 'instances', study, series: roles.targetSeries.uid },
    { level: 'series', study },
  ];
  const [longest] = resources
    .map((resource) => expectedSearch(held(context, ofStudy(context)), resource))
    .toSorted((left, right) => right.matches.length - left.matches.length);
  return longest && longest.matches.length > 1 ? longest : null;
}
