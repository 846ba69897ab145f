import { at } from '../../answers/json/body.ts';
import { below } from '../../answers/json/node.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { tagName } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { type SeenStatus, STATUS } from './blame.ts';
import type { ExpectedSearch } from './expected.ts';
import { assessAnswered, assessIncluded, hasValue, type Inclusion } from './included.ts';
import { foundMatches } from './results.ts';

/** A search whose includefield names attributes, and the same search without it, which has to find something. */
export interface InclusionBeside extends Inclusion {
  readonly without: Exchange;
}

/**
 * QIDO-033: attributes of a lower level are not returned although includefield names them. `twin` names them at their own
 * level and has them: a server that knows none of them has left nothing out. Refusing such a name is the vendor's choice.
 */
export function leavesLowerLevelsOut(
  { tags, exchange, without }: InclusionBeside,
  expected: ExpectedSearch,
  twin: { readonly exchange: Exchange; readonly expected: ExpectedSearch },
): Finding {
  const claim = `returns nothing of the ${twin.expected.level} with a ${expected.level}`;
  return assess('QIDO-033', claim, [exchange, twin.exchange, without], (a) => {
    const response = completeResponse(exchange, a);
    const known = foundMatches(twin.exchange, twin.expected, a);
    if (!response || known.length === 0 || foundMatches(without, expected, a).length === 0) return;
    const returned = tags.filter((tag) => known.some(({ dataSet }) => hasValue(dataSet, tag)));
    if (returned.length === 0) {
      a.cannot('prerequisite-failed', `${twin.exchange.id} does not have ${tags.map(tagName).join(' or ')} either`);
      return;
    }
    if (response.status === 400) {
      a.note('names of lower levels are refused: 400');
      return;
    }
    const { level } = expected;
    const [tag = ''] = returned;
    const failed = (seen: SeenStatus) => breach('includefield-fails-on-lower-level', STATUS, { ...seen, tag, level });
    if (!assessStatus(response, { pass: [200], breach: failed }, a)) return;
    for (const { dataSet } of foundMatches(exchange, expected, a)) {
      for (const tag of returned) {
        const facts = { tag, level, lower: twin.expected.level };
        a.should(!hasValue(dataSet, tag), () =>
          breach('includefield-of-lower-level', at(below(dataSet.pointer, tag)), facts),
        );
      }
    }
  });
}

/** QIDO-034: attributes of a level above are returned when includefield names them, with the stored values. */
export function includesFromAbove(
  inclusion: InclusionBeside,
  above: SearchLevel,
  expected: ExpectedSearch,
  profile?: Profile,
): Finding {
  const claim = `adds attributes of the ${above} to each ${expected.level}`;
  const { tags, exchange, without } = inclusion;
  return assess('QIDO-034', claim, [exchange, without], (a) => {
    if (foundMatches(without, expected, a).length === 0) return;
    if (!assessAnswered(inclusion, 'QIDO-034', profile, a)) return;
    const results = foundMatches(exchange, expected, a);
    const [first] = results;
    if (!first) return;
    for (const tag of tags) {
      const facts = { tag, level: expected.level, above };
      a.should(assessIncluded(tag, above, results, a), () =>
        breach('includefield-from-above-ignored', at(below(first.dataSet.pointer, tag)), facts),
      );
    }
  });
}
