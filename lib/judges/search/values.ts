import { breach } from '../../breaches/breach.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { documentedDeviation } from '../deviations.ts';
import { keysAsked, lastKeyOf } from './asked.ts';
import { FIRST_RESULT } from './blame.ts';
import { decodedKey, isPlain, keysTogether } from './key-blame.ts';
import {
  isIgnored,
  isRefusedOrEmpty,
  isSeenToSelect,
  type KeyRequirement,
  type KeySearch,
  keySelects,
  selectsAlone,
} from './keys.ts';
import { listedUids } from './results.ts';

/** The requirement that names the keys of a level. */
const KEYS_OF = { study: 'QIDO-010', series: 'QIDO-011', instance: 'QIDO-013' } as const;

/** Judges searches by keys at one resource. */
export type KeysJudge = (
  requirement: KeyRequirement,
  searches: readonly KeySearch[],
  profile?: Profile,
) => readonly Finding[];

/**
 * QIDO-042 and others: a way of writing values, which has no meaning where the key is not heeded at all. A key that the
 * plain searches show to be ignored is a breach of its own.
 */
export function valueSelects(requirement: KeyRequirement, search: KeySearch, profile?: Profile): Finding {
  const { plain = [], found, notFound } = search;
  const ignored = plain.find((one) => !isSeenToSelect(one));
  if (!ignored) return keySelects(requirement, search, profile);
  return assess(requirement, `selects by ${search.key}`, [found, notFound], (a) => {
    const { key } = lastKeyOf(ignored.found);
    const documented = documentedDeviation(profile, KEYS_OF[ignored.expected.level]);
    if (documented !== null && isRefusedOrEmpty(ignored.found)) {
      a.cannot('not-claimed', documented);
      return;
    }
    const seen = `${ignored.found.id}, ${ignored.notFound.id}`;
    a.cannot('prerequisite-failed', `${key} was not seen to select by a plain value (${seen})`);
  });
}

/** The same for several searches. */
export const valuesSelect: KeysJudge = (requirement, searches, profile) =>
  searches.map((search) => valueSelects(requirement, search, profile));

/** QIDO-045 and -046: ranges of one key. Where all of them are ignored, that is one breach. */
export const rangesSelect: KeysJudge = (requirement, searches, profile) => {
  if (!searches.every(isIgnored)) return valuesSelect(requirement, searches, profile);
  const ignored = searches.map((search): KeySearch => {
    const { key, value } = lastKeyOf(search.notFound);
    const { level } = search.expected;
    const of = (results: number) => breach('search-ignores-ranges', FIRST_RESULT, { key, level, value, results });
    return search.blame ? { ...search, blame: { ...search.blame, ignored: of } } : search;
  });
  return valuesSelect(requirement, ignored, profile);
};

/** Where one value that has to be percent-encoded is found, the encoding is no reason why another one is not. */
function withDecoding(searches: readonly KeySearch[]): readonly KeySearch[] {
  const isEncoded = ({ found }: KeySearch) => !isPlain(lastKeyOf(found).value);
  if (!searches.some((search) => isEncoded(search) && isSeenToSelect(search))) return searches;
  return searches.map((search) => {
    if (!isEncoded(search) || search.blame) return search;
    return { ...search, blame: decodedKey({ ...lastKeyOf(search.found), level: search.expected.level }) };
  });
}

/**
 * QIDO-010 to -013: the keys of a level, of which the first is its UID and narrows the others. Where all of them are
 * ignored, that is one breach.
 */
export const keysSelect: KeysJudge = (requirement, asked, profile) => {
  const searches = withDecoding(asked);
  const [first, ...others] = searches;
  if (!first) return [];
  if (others.length === 0 || !searches.every((search) => isIgnored(search) && !selectsAlone(search))) {
    // What a search that is not narrowed finds beside is no matter of its other keys.
    const isOpen = (search: KeySearch) => isIgnored(first) && !isIgnored(search) && !isSeenToSelect(search);
    return searches.flatMap((search) => {
      if (isOpen(search)) return [valueSelects(requirement, { ...search, plain: [first] }, profile)];
      if (selectsAlone(search)) return [selectsWhereAlone(requirement, search), selectsTogether(search)];
      const own = keySelects(requirement, search, profile);
      return own.verdict === 'pass' && keysOf(search).length > 1 ? [own, selectsTogether(search)] : [own];
    });
  }
  const { key } = lastKeyOf(first.found);
  const { level } = first.expected;
  const results = listedUids(first.notFound, level).length;
  return [
    assess(requirement, `selects by ${key}`, [first.notFound, first.found], (a) => {
      const keys = [key, ...others.map(({ found }) => lastKeyOf(found).key)];
      a.must(false, () => breach('search-ignores-all-keys', FIRST_RESULT, { keys, level, results }));
    }),
  ];
};

function keysOf({ notFound }: KeySearch): readonly string[] {
  return keysAsked(notFound).map(({ key }) => key);
}

/** The key does select, though not beside others. */
function selectsWhereAlone(requirement: KeyRequirement, search: KeySearch): Finding {
  const { key, alone } = search;
  return assess(requirement, `selects by ${key}`, Object.values(alone ?? {}), (a) => {
    a.holds();
    a.remark(`it selects where it is the only key, and is ignored beside ${keysOf(search).slice(0, -1).join(' and ')}`);
  });
}

/** QIDO-049: keys are combined by AND, also where one names a single study. */
function selectsTogether(search: KeySearch): Finding {
  const keys = keysOf(search);
  const { level } = search.expected;
  return keySelects('QIDO-049', { ...search, key: keys.join(' and '), blame: keysTogether(keys, level, 0) });
}
