import { breach } from '../../breaches/breach.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { keysAsked, lastKeyOf } from './asked.ts';
import { FIRST_RESULT } from './blame.ts';
import { isIgnored, isSeenToSelect, type KeyRequirement, type KeySearch, keySelects } from './keys.ts';
import { listedUids } from './results.ts';

/** Judges searches by keys at one resource; `plain` are searches by the same keys for values that stand for themselves. */
export type KeysJudge = (
  requirement: KeyRequirement,
  searches: readonly KeySearch[],
  plain: readonly KeySearch[],
  profile?: Profile,
) => readonly Finding[];

/**
 * QIDO-042 and others: a way of writing values, which has no meaning where the key is not heeded at all. A key that
 * `plain` searches show to be ignored is a breach of its own.
 */
export function valueSelects(
  requirement: KeyRequirement,
  search: KeySearch,
  plain: readonly KeySearch[],
  profile?: Profile,
): Finding {
  const ignored = plain.find((one) => !isSeenToSelect(one));
  const [shown] = plain;
  if (!ignored) return keySelects(requirement, shown ? { without: shown.found, ...search } : search, profile);
  return assess(requirement, `selects by ${search.key}`, [search.found, search.notFound], (a) => {
    const { key } = lastKeyOf(ignored.found);
    const seen = `${ignored.found.id}, ${ignored.notFound.id}`;
    a.cannot('prerequisite-failed', `${key} was not seen to select by a plain value (${seen})`);
  });
}

/** The same for several searches, each beside the plain searches by its keys. */
export const valuesSelect: KeysJudge = (requirement, searches, plain, profile) =>
  searches.map((search) => {
    const keys = new Set(keysAsked(search.found).map(({ key }) => key));
    const own = plain.filter(({ found }) => keys.has(lastKeyOf(found).key));
    return valueSelects(requirement, search, own, profile);
  });

/** QIDO-045 and -046: ranges of one key. Where all of them are ignored, that is one breach. */
export const rangesSelect: KeysJudge = (requirement, searches, plain, profile) => {
  if (!searches.every(isIgnored)) return valuesSelect(requirement, searches, plain, profile);
  const ignored = searches.map((search): KeySearch => {
    const { key, value } = lastKeyOf(search.notFound);
    const { level } = search.expected;
    const of = (results: number) => breach('search-ignores-ranges', FIRST_RESULT, { key, level, value, results });
    return search.blame ? { ...search, blame: { ...search.blame, ignored: of } } : search;
  });
  return valuesSelect(requirement, ignored, plain, profile);
};

/**
 * QIDO-010 to -013: the keys of a level, of which the first is its UID and narrows the others. Where all of them are
 * ignored, that is one breach.
 */
export const keysSelect: KeysJudge = (requirement, searches, _plain, profile) => {
  const [first, ...others] = searches;
  if (!first) return [];
  if (others.length === 0 || !searches.every(isIgnored)) {
    // What a search that is not narrowed finds beside is no matter of its other keys.
    const isOpen = (search: KeySearch) => isIgnored(first) && !isIgnored(search) && !isSeenToSelect(search);
    return searches.map((search) =>
      isOpen(search) ? valueSelects(requirement, search, [first], profile) : keySelects(requirement, search, profile),
    );
  }
  const { key } = lastKeyOf(first.found);
  const { level } = first.expected;
  const results = listedUids(first.notFound, level).length;
  return [
    assess(requirement, `selects by ${key} and other keys`, [first.notFound, first.found], (a) => {
      const further = others.map(({ found }) => lastKeyOf(found).key);
      a.must(false, () => breach('search-ignores-key', FIRST_RESULT, { key, level, others: further, results }));
    }),
  ];
};
