import { at } from '../../answers/json/body.ts';
import { attributeOf, type JsonDataSet } from '../../answers/json/data-set.ts';
import { below } from '../../answers/json/node.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { OPTIONAL, REQUIRED } from './attributes.ts';
import type { ExpectedSearch } from './expected.ts';
import { assessAnswered, assessIncluded, hasValue, type IncludeForm, type Inclusion, isStoredAt } from './included.ts';
import { type FoundMatch, foundMatches, resultsAbout } from './results.ts';

/**
 * QIDO-031: includefield adds attributes in each of its forms. Which attributes it can add is the server's choice, so what
 * it adds in one form, or to `all`, is wanted in the others. `without` is the same search without it, whose results have
 * none of them.
 */
export function includesInEachForm(
  { without, all }: { readonly without: Exchange; readonly all: Exchange },
  inclusions: readonly Inclusion[],
  expected: ExpectedSearch,
  profile?: Profile,
): Finding {
  const claim = 'adds the attributes that includefield names, in each of its forms';
  const exchanges = [...inclusions.map(({ exchange }) => exchange), without, all];
  return assess('QIDO-031', claim, exchanges, (a) => {
    const foundBefore = foundMatches(without, expected, a);
    if (foundBefore.length === 0) return;
    const answered = inclusions.flatMap((inclusion) => {
      if (!assessAnswered(inclusion, 'QIDO-031', profile, a)) return [];
      const results = foundMatches(inclusion.exchange, expected, a);
      if (results.length === 0) return [];
      const added = inclusion.tags.filter((tag) => assessIncluded(tag, expected.level, results, a));
      for (const result of results)
        assessKept(result, { before: foundBefore, form: inclusion.form }, expected.level, a);
      return [{ ...inclusion, added }];
    });
    const names = [...new Set(inclusions.flatMap(({ tags }) => tags))];
    const inAll = resultsAbout(all, expected);
    const supported = names.filter(
      (tag) => answered.some(({ added }) => added.includes(tag)) || inAll.some(({ dataSet }) => hasValue(dataSet, tag)),
    );
    const [first] = answered;
    if (supported.length === 0 && first) {
      // As with `all`: which attributes are supported is the server's choice, but none at all is hardly one.
      const { form, exchange } = first;
      const facts = { tag: names[0] ?? '', level: expected.level, form };
      a.about(exchange).should(false, () => breach('includefield-ignored', { kind: 'exchange' }, facts));
    }
    for (const { form, tags, added, exchange } of answered) {
      for (const tag of tags.filter((one) => supported.includes(one))) {
        const facts = { tag, level: expected.level, form };
        a.about(exchange).should(added.includes(tag), () =>
          breach('includefield-form-ignored', { kind: 'exchange' }, facts),
        );
      }
    }
  });
}

function plainOf({ match }: FoundMatch, before: readonly FoundMatch[]): JsonDataSet | undefined {
  return before.find((one) => one.match.uid === match.uid)?.dataSet;
}

/** What a result has without includefield it has with it: the attributes of its level always, others at least with `all`. */
function assessKept(
  result: FoundMatch,
  { before, form }: { readonly before: readonly FoundMatch[]; readonly form: IncludeForm },
  level: SearchLevel,
  a: Assessment,
): void {
  const { dataSet } = result;
  for (const { tag } of plainOf(result, before)?.attributes ?? []) {
    const isRequired = REQUIRED[level].some((required) => required.tag === tag);
    if (!isRequired && form !== 'all') continue;
    const grade = isRequired ? a.must : a.should;
    grade(attributeOf(dataSet, tag) !== null, () =>
      breach('includefield-leaves-out', at(below(dataSet.pointer, tag)), { tag, level, form }),
    );
  }
}

/** QIDO-032: includefield=all takes nothing away, and adds something where more is stored than is returned without it. */
export function includesAll(all: Exchange, without: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const { level } = expected;
  return assess('QIDO-032', `adds to each ${level} with includefield=all`, [all, without], (a) => {
    const before = foundMatches(without, expected, a);
    if (before.length === 0 || !assessAnswered({ form: 'all', exchange: all }, 'QIDO-032', profile, a)) return;
    for (const result of foundMatches(all, expected, a)) {
      const { dataSet, match } = result;
      const plain = plainOf(result, before);
      if (!plain) continue;
      assessKept(result, { before, form: 'all' }, level, a);
      const more = OPTIONAL[level].find((tag) => isStoredAt(level, tag, match) && !hasValue(plain, tag));
      if (more === undefined) continue;
      a.should(
        dataSet.attributes.some(({ tag }) => attributeOf(plain, tag) === null),
        () => breach('includefield-ignored', at(dataSet.pointer), { tag: more, level, form: 'all' }),
      );
    }
  });
}
