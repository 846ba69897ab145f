import type { SearchLevel } from '../../answers/levels.ts';
import { counted } from '../../answers/wording.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessSame, uidsOf } from './pages.ts';

/** The same search with its key spelled in several ways. */
export interface SpelledSearches {
  readonly byKeyword: Exchange;
  readonly byTag: readonly Exchange[];
  /** By tag, for a value that nothing has: a server that ignores the key finds something all the same. */
  readonly ofNothing: Exchange;
}

/** QIDO-048: an attribute named by keyword or by tag gives the same results; 400 for lower-case hexadecimal digits is a warning. */
export function spellingsAgree(level: SearchLevel, { byKeyword, byTag, ofNothing }: SpelledSearches): Finding {
  const claim = 'takes keyword and tag for the same attribute';
  return assess('QIDO-048', claim, [byKeyword, ...byTag, ofNothing], (a) => {
    const wanted = uidsOf(byKeyword, level, 1, a);
    if (!wanted) return;
    for (const exchange of byTag) {
      const isLowerCase = /[?&][0-9a-fA-F]{0,7}[a-f][0-9a-fA-F]{0,7}=/.test(exchange.request.url);
      if (exchange.response?.status === 400) {
        const grade = isLowerCase ? a.should : a.must;
        grade(false, () => ({
          expected: 'the same results as by keyword',
          actual: `${exchange.id}: 400`,
          where: { kind: 'status' },
        }));
      } else assessSame(wanted, [exchange], level, a);
    }
    const found = uidsOf(ofNothing, level, 0, a);
    if (!found) return;
    a.must(found.length === 0, () => ({
      expected: 'no result for a value that nothing has',
      actual: `${ofNothing.id}: ${counted(found.length, 'result')}`,
      where: { kind: 'exchange' },
    }));
  });
}

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
    else if (assessStatus(response, { pass: [200] }, '', a)) assessSame(wanted, [exchange], level, a);
  });
}
