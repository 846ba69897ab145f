import { at } from '../../answers/json/body.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { lastKeyOf } from './asked.ts';
import { FIRST_RESULT, type SeenStatus, STATUS } from './blame.ts';
import { assessSame, uidsOf } from './pages.ts';
import { listedUids } from './results.ts';

/** The same search with its key spelled in several ways. */
interface SpelledSearches {
  readonly byKeyword: Exchange;
  readonly byTag: readonly Exchange[];
  /** By tag, for a value that nothing has: a server that ignores the key finds something all the same. */
  readonly ofNothing: Exchange;
  /** By keyword, for a value that nothing has. */
  readonly ofNothingByKeyword?: Exchange;
}

/**
 * QIDO-048: an attribute named by keyword or by tag gives the same results; 400 for lower-case hexadecimal digits is a
 * warning. A key that is ignored in each of its spellings is a breach of its own.
 */
export function spellingsAgree(
  level: SearchLevel,
  { byKeyword, byTag, ofNothing, ofNothingByKeyword }: SpelledSearches,
): Finding {
  const claim = 'takes keyword and tag for the same attribute';
  const exchanges = [byKeyword, ...byTag, ofNothing, ...(ofNothingByKeyword ? [ofNothingByKeyword] : [])];
  return assess('QIDO-048', claim, exchanges, (a) => {
    const wanted = uidsOf(byKeyword, level, 1, a);
    if (!wanted) return;
    const { key } = lastKeyOf(byKeyword);
    const ofKeyword = ofNothingByKeyword ? listedUids(ofNothingByKeyword, level).length : 0;
    const ofTag = listedUids(ofNothing, level).length;
    if (ofKeyword > 0 && ofTag > 0) {
      a.cannot('prerequisite-failed', `${key} was not seen to select in any spelling`);
      return;
    }
    if (ofNothingByKeyword && ofKeyword > 0) {
      const facts = { key, level, results: ofKeyword };
      a.about(ofNothingByKeyword).must(false, () => breach('search-ignores-keywords', FIRST_RESULT, facts));
      return;
    }
    for (const exchange of byTag) {
      const { spelling, isLowerCase } = spellingOf(exchange);
      const status = exchange.response?.status ?? 0;
      if (status === 400) {
        const of = a.about(exchange);
        const grade = isLowerCase ? of.should : of.must;
        const facts = { key, level, spelling, status, expected: ['200'] };
        grade(false, () => breach('search-refuses-spelling', STATUS, facts));
      } else {
        assessSame(wanted, exchange, level, a, ({ results, index }) => {
          const where = at(`/${index}`);
          if (ofTag > 0) return breach('search-ignores-tags', where, { key, level, results });
          const facts = { key, level, spelling, results, expected: wanted.length };
          return breach('search-differs-by-spelling', where, facts);
        });
      }
    }
    if (!uidsOf(ofNothing, level, 0, a)) return;
    const facts = { key, level, results: ofTag };
    a.about(ofNothing).must(ofTag === 0, () => breach('search-ignores-tags', FIRST_RESULT, facts));
  });
}

/** How the key of a search is written, and whether it has hexadecimal digits in lower case. */
function spellingOf({ request }: Exchange): { spelling: string; isLowerCase: boolean } {
  const name = /[?&]([0-9a-fA-F]{8})=/.exec(request.url)?.[1] ?? '';
  return { spelling: name, isLowerCase: /[a-f]/.test(name) };
}

const refused = (seen: SeenStatus): SeenBreach => breach('search-refuses-unknown-parameter', STATUS, { ...seen });

/**
 * COMMON-003: a parameter that the server does not know changes nothing; a product may document that it refuses it.
 * `without` is the same search without it.
 */
export function ignoresUnknownParameter(
  exchange: Exchange,
  without: Exchange,
  level: SearchLevel,
  profile?: Profile,
): Finding {
  const claim = 'takes no notice of a parameter that it does not know';
  return assess('COMMON-003', claim, [exchange, without], (a) => {
    const wanted = uidsOf(without, level, 1, a);
    const response = completeResponse(exchange, a);
    if (!wanted || !response) return;
    const documented = documentedDeviation(profile, 'COMMON-003');
    if (documented !== null && response.status === 400) a.note(documented);
    else if (assessStatus(response, { pass: [200], breach: refused }, a)) {
      assessSame(wanted, exchange, level, a, ({ results, index }) =>
        breach('search-changed-by-unknown-parameter', at(`/${index}`), { results, expected: wanted.length }),
      );
    }
  });
}
