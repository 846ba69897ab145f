import { at } from '../../answers/json/body.ts';
import { firstText } from '../../answers/json/data-set.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { counted } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { FIRST_RESULT, STATUS } from './blame.ts';
import { assessNothingFound, type Nothing } from './nothing-found.ts';
import { announcedRemainders, pageWarnings, resultsOf } from './results.ts';

/** A page of a search: the parameters that were sent, and the answer. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly exchange: Exchange;
}

/** UIDs of the results in their order; null after saying why there is no list of at least `least` results. */
export function uidsOf(exchange: Exchange, level: SearchLevel, least: number, a: Assessment): readonly string[] | null {
  const response = completeResponse(exchange, a);
  const results = response && resultsOf(response, a);
  if (!results) return null;
  if (results.length < least) {
    a.cannot('prerequisite-failed', `${exchange.id} has ${counted(results.length, 'result')}, too few to tell`);
    return null;
  }
  return results.map((result) => firstText(result, UID_TAGS[level]) ?? '');
}

/**
 * QIDO-060: pages hold at most `limit` results, do not overlap, and together are the whole list. `whole` is the same
 * search without paging; it has to be longer than one page, or ignoring the parameters would go unseen. A server may cut
 * it (§8.3.4.4): where it has fewer than the `stored` entries, pages that reach beyond it are not judged.
 */
export function pagesFitTogether(whole: Exchange, level: SearchLevel, pages: readonly Page[], stored: number): Finding {
  const exchanges = [whole, ...pages.map(({ exchange }) => exchange)];
  return assess('QIDO-060', 'pages through the results by limit and offset', exchanges, (a) => {
    const longest = Math.max(0, ...pages.map(({ limit }) => limit));
    const all = uidsOf(whole, level, longest + 1, a);
    if (!all) return;
    const seen = new Set<string>();
    for (const { limit, offset, exchange } of pages) {
      if (all.length < stored && offset + limit > all.length) continue;
      const uids = uidsOf(exchange, level, 0, a);
      if (!uids) return;
      const due = Math.max(0, Math.min(limit, all.length - offset));
      const of = a.about(exchange);
      const page = { limit, offset, results: uids.length };
      of.must(uids.length === due, () => wrongLength(page, due));
      if (uids.includes('')) {
        a.cannot('prerequisite-failed', `${exchange.id} has a result without its UID`);
        continue;
      }
      for (const [index, uid] of uids.entries()) {
        of.must(all.includes(uid) && !seen.has(uid), () =>
          breach(seen.has(uid) ? 'page-repeats-result' : 'page-foreign-result', at(`/${index}`), { ...page, uid }),
        );
        seen.add(uid);
      }
    }
  });
}

function wrongLength(page: { limit: number; offset: number; results: number }, due: number): SeenBreach {
  const where = { kind: 'exchange' } as const;
  if (page.results > page.limit) return breach('page-longer-than-limit', where, page);
  return breach(page.results > due ? 'page-too-long' : 'page-too-short', where, { ...page, expected: due });
}

/** QIDO-061: the same search gives the same results in the same order; a product may document another order. */
export function orderIsStable(first: Exchange, again: Exchange, level: SearchLevel, profile?: Profile): Finding {
  const claim = 'repeats a search with the same results in the same order';
  return assess('QIDO-061', claim, [first, again], (a) => {
    const wanted = uidsOf(first, level, 2, a);
    const uids = wanted && uidsOf(again, level, 0, a);
    if (!wanted || !uids) return;
    const documented = documentedDeviation(profile, 'QIDO-061');
    const isReordered = wanted.join() !== uids.join() && wanted.toSorted().join() === uids.toSorted().join();
    if (documented !== null && isReordered) a.note(documented);
    else {
      assessSame(wanted, again, level, a, ({ results, index }) =>
        isReordered
          ? breach('search-order-changes', at(`/${index}`), { results, index })
          : breach('search-repeated-differs', at(`/${index}`), { results, expected: wanted.length }),
      );
    }
  });
}

/** How a list differs from the wanted one: its length, and the first place at which they differ. */
interface OtherList {
  readonly results: number;
  readonly index: number;
}

/** The exchange lists the wanted results in the same order. */
export function assessSame(
  wanted: readonly string[],
  exchange: Exchange,
  level: SearchLevel,
  a: Assessment,
  differs: (seen: OtherList) => SeenBreach,
): void {
  const uids = uidsOf(exchange, level, 0, a);
  if (!uids) return;
  const other = wanted.findIndex((uid, place) => uid !== uids[place]);
  const index = other >= 0 ? other : uids.length > wanted.length ? wanted.length : -1;
  a.about(exchange).must(index < 0, () => differs({ results: uids.length, index }));
}

/** QIDO-062: a page that leaves results behind says how many in a Warning 299. `matches` is how many there are in all. */
export function remainderIsAnnounced(page: Page, level: SearchLevel, matches: number): Finding {
  return assess('QIDO-062', 'announces the results beyond the page', [page.exchange], (a) => {
    const uids = uidsOf(page.exchange, level, 1, a);
    const remaining = matches - page.offset - (uids?.length ?? 0);
    if (!uids) return;
    if (remaining <= 0) {
      a.cannot('not-exercised', 'no result remains beyond the page');
      return;
    }
    const { response } = page.exchange;
    const warnings = response ? pageWarnings(response) : [];
    const where = { kind: 'header', name: 'Warning' } as const;
    a.should(warnings.length > 0, () => breach('page-without-warning', where, { remaining }));
    if (!response || warnings.length === 0) return;
    a.should(announcedRemainders(response).includes(remaining), () =>
      breach('page-warning-with-other-number', where, { remaining, warnings }),
    );
  });
}

const BEYOND_THE_END: Nothing = {
  failed: (seen) => breach('page-beyond-end-fails', STATUS, { ...seen }),
  found: (results) => breach('page-beyond-end-not-empty', FIRST_RESULT, { results }),
};

/** QIDO-063: an offset past the last result gives none. `whole` is the same search without paging. */
export function nothingIsBeyondTheEnd(beyond: Exchange, level: SearchLevel, whole: Exchange): Finding {
  return assess('QIDO-063', 'answers an offset past the end with nothing', [beyond, whole], (a) => {
    if (uidsOf(whole, level, 1, a)) assessNothingFound(beyond, BEYOND_THE_END, a);
  });
}
