import { at } from '../../answers/json/body.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { STATUS } from './blame.ts';
import { assessSame, uidsOf } from './pages.ts';
import { pageWarnings } from './results.ts';

/** One search by name, asked literally and with fuzzymatching=true. */
export interface FuzzyPair {
  readonly literal: Exchange;
  readonly fuzzy: Exchange;
}

/** Whether the server says with a Warning 299 that it did something else than it was asked. */
export function hasWarning({ response }: Exchange): boolean {
  return response !== null && pageWarnings(response).length > 0;
}

/**
 * QIDO-054: fuzzymatching=true matches names that are similar, or literally with a Warning 299; with false nothing changes.
 * `similar` are searches for such names, asked where there was no Warning: what is found only with the parameter was
 * matched by similarity.
 */
export function matchesFuzzilyOrSaysNot(
  level: SearchLevel,
  exact: FuzzyPair & { readonly off: Exchange },
  similar: readonly FuzzyPair[],
): Finding {
  const { literal, fuzzy, off } = exact;
  const claim = 'matches names by similarity with fuzzymatching=true, or says that it does not';
  const exchanges = [fuzzy, off, literal, ...similar.flatMap((pair) => [pair.fuzzy, pair.literal])];
  return assess('QIDO-054', claim, exchanges, (a) => {
    const wanted = uidsOf(literal, level, 1, a);
    const answers = [
      { value: 'true', exchange: fuzzy, response: completeResponse(fuzzy, a) },
      { value: 'false', exchange: off, response: completeResponse(off, a) },
    ];
    if (!wanted) return;
    for (const { value, exchange, response } of answers) {
      const expectation: StatusExpectation = {
        pass: [200],
        breach: (seen) => breach('fuzzymatching-refused', STATUS, { ...seen, value }),
      };
      if (!response || !assessStatus(response, expectation, a.about(exchange))) return;
      assessSame(wanted, exchange, level, a, ({ results, index }) =>
        breach('fuzzymatching-loses-results', at(`/${index}`), { results, expected: wanted.length, value }),
      );
    }
    const [found] = similar.filter((pair) => {
      const [byLikeness, literally] = [uidsOf(pair.fuzzy, level, 0, a), uidsOf(pair.literal, level, 0, a)];
      return byLikeness && literally && byLikeness.length > 0 && literally.length === 0;
    });
    if (found) a.remark(`what is searched for in ${found.fuzzy.id} is found by similarity`);
    a.should(found !== undefined || hasWarning(fuzzy), () =>
      breach('fuzzymatching-ignored-silently', { kind: 'header', name: 'Warning' }, { tried: similar.length }),
    );
  });
}
