import type { SearchLevel } from '../../answers/levels.ts';
import { counted } from '../../answers/wording.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
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
    const answers = [fuzzy, off].map((exchange) => ({ exchange, response: completeResponse(exchange, a) }));
    if (!wanted) return;
    for (const { exchange, response } of answers) {
      if (!response || !assessStatus(response, { pass: [200] }, `${exchange.id}: `, a)) return;
      assessSame(wanted, [exchange], level, a);
    }
    const [found] = similar.filter((pair) => {
      const [byLikeness, literally] = [uidsOf(pair.fuzzy, level, 0, a), uidsOf(pair.literal, level, 0, a)];
      return byLikeness && literally && byLikeness.length > 0 && literally.length === 0;
    });
    if (found) a.remark(`what is searched for in ${found.fuzzy.id} is found by similarity`);
    a.should(found !== undefined || hasWarning(fuzzy), () => ({
      expected: 'similar names, or a Warning 299',
      actual: `no Warning, and none of ${counted(similar.length, 'similar name')} is found`,
      where: { kind: 'header', name: 'Warning' },
    }));
  });
}
