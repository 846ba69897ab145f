import type { SearchLevel } from '../../answers/levels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { lastKeyOf } from './asked.ts';
import { FIRST_RESULT } from './blame.ts';
import { uidsOf } from './pages.ts';

/** Searches by one key: for its stored value, for one that nothing has, and for others that are nearly the stored one. */
export interface NearMisses {
  readonly key: string;
  readonly found: Exchange;
  readonly notFound: Exchange;
  /** For the value without its end. */
  readonly beginning: Exchange;
  /** For the value in the other case; null where it has no letters. */
  readonly otherCase: Exchange | null;
}

/** QIDO-040: a single value matches as a whole; that case is disregarded is a warning, since many databases do. */
export function matchesWholeValues(
  level: SearchLevel,
  { key, found, notFound, beginning, otherCase }: NearMisses,
): Finding {
  const exchanges = [beginning, ...(otherCase ? [otherCase] : []), found, notFound];
  return assess('QIDO-040', `takes ${key} for a whole value`, exchanges, (a) => {
    if (!uidsOf(found, level, 1, a)) return;
    const ofNothing = uidsOf(notFound, level, 0, a);
    if (!ofNothing) return;
    if (ofNothing.length > 0) {
      a.cannot(
        'prerequisite-failed',
        `${key} does not select: a value that nothing has (${notFound.id}) finds something`,
      );
      return;
    }
    const parts = uidsOf(beginning, level, 0, a);
    const cases = otherCase && uidsOf(otherCase, level, 0, a);
    if (parts) {
      const { value } = lastKeyOf(beginning);
      const facts = { key, level, value, results: parts.length };
      a.about(beginning).must(parts.length === 0, () => breach('search-matches-beginning', FIRST_RESULT, facts));
    }
    if (otherCase && cases) {
      const { value } = lastKeyOf(otherCase);
      const facts = { key, level, value, results: cases.length };
      a.about(otherCase).should(cases.length === 0, () => breach('search-disregards-case', FIRST_RESULT, facts));
    }
  });
}
