import { holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { describeBody } from '../../answers/response.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { lastKeyOf } from './asked.ts';
import { FIRST_RESULT } from './blame.ts';
import { type ExpectedSearch, liesBeyondPath } from './expected.ts';
import { type KeyBlame, plainKey } from './key-blame.ts';
import { assessNothingFound } from './nothing-found.ts';
import { listedUids } from './results.ts';
import { assessFindings } from './which-results.ts';

/** Requirements on keys: the keys of each level, and how their values match. */
export type KeyRequirement =
  | 'COMMON-006'
  | `QIDO-01${0 | 1 | 2 | 3 | 4}`
  | `QIDO-04${0 | 2 | 4 | 5 | 6 | 7 | 9}`
  | 'QIDO-050';

/** A key selects: a stored value finds exactly what has it, and a value that nothing has finds nothing. */
export interface KeySearch {
  /** What is tried, in words. */
  readonly key: string;
  readonly found: Exchange;
  readonly expected: ExpectedSearch;
  readonly notFound: Exchange;
  /**
   * The same search without the key. Where it lists something, a refusal is one of the key; otherwise it may be one of
   * the resource, which is a breach of its own.
   */
  readonly without?: Exchange;
  /** Searches by the same keys for values that stand for themselves, and by what narrows this search. */
  readonly plain?: readonly KeySearch[];
  /** A search for a UID that is like no other, asked where one that is nearly the stored one found something. */
  readonly unlike?: UnlikeUid;
  /** The same two searches by the key alone, asked where it was ignored beside others. */
  readonly alone?: Record<'found' | 'notFound', Exchange>;
  /** What it means that the key does not select; by default that of a value which stands for itself. */
  readonly blame?: KeyBlame;
}

/** A UID that is nearly the stored one differs from it in `nearly`; `exchange` searches for one that is wholly another. */
export interface UnlikeUid {
  readonly nearly: 'its end' | 'its length';
  readonly exchange: Exchange;
}

/**
 * QIDO-010 to -014 and other rows on matching: the key selects and is not ignored. A product may document that it refuses
 * such a key, or takes it literally and so finds nothing.
 */
export function keySelects(requirement: KeyRequirement, search: KeySearch, profile?: Profile): Finding {
  const { key, found, notFound } = search;
  return assess(requirement, `selects by ${key}`, [found, notFound], (a) => {
    const documented = documentedDeviation(profile, requirement);
    if (documented !== null && isRefusedOrEmpty(found)) a.note(documented);
    else assessKey(search, a);
  });
}

/** Whether a stored value found exactly what has it, and one that nothing has found nothing. */
export function isSeenToSelect(search: KeySearch): boolean {
  return keySelects('QIDO-010', search).verdict === 'pass';
}

function assessKey(search: KeySearch, a: Assessment): void {
  const { found, expected, notFound, without } = search;
  const blame = blameOf(search);
  if (!isList(found) && !(without && isList(without))) {
    const response = completeResponse(found, a);
    if (response) a.cannot('prerequisite-failed', `${found.id} is no list of results: ${describeBody(response)}`);
    return;
  }
  if (assessFindings(found, expected, a, blame)) {
    assessNothingFound(notFound, { found: (results) => blameForNone(search, results, blame) }, a);
  } else a.cannot('prerequisite-failed', `the search for a stored value (${found.id}) did not find it`);
}

/** What it means that a search by the key does not select. A foreign result shows that the key is ignored. */
function blameOf(search: KeySearch): KeyBlame {
  const { expected, found } = search;
  const { key, value } = lastKeyOf(found);
  const blame = search.blame ?? plainKey({ key, level: expected.level, value });
  return {
    ...blame,
    foreign: (uid, where) =>
      liesBeyondPath(uid, expected)
        ? breach('search-ignores-path', where, { level: expected.level, results: 1 })
        : isIgnored(search)
          ? { ...blame.ignored(listedUids(found, expected.level).length, value), where }
          : blame.foreign(uid, where),
  };
}

/**
 * Whether what is found by a value that nothing has is no other than what is found by a stored one. A search that is not
 * narrowed finds what is due as well: what comes without that was added to the results.
 */
export function isIgnored({ found, notFound, expected, unlike }: KeySearch): boolean {
  const by = listedUids(found, expected.level);
  const without = listedUids(notFound, expected.level);
  const isHeeded = unlike !== undefined && listedUids(unlike.exchange, expected.level).length === 0;
  const isAdded =
    expected.matches.some(({ uid }) => by.includes(uid)) && !expected.matches.some(({ uid }) => without.includes(uid));
  return without.length > 0 && without.every((uid) => by.includes(uid)) && !isHeeded && !isAdded;
}

/** What it means that a value which nothing has finds so many. */
export function blameForNone(search: KeySearch, results: number, blame: KeyBlame = blameOf(search)): SeenBreach {
  const { expected, notFound, found, unlike } = search;
  const { level } = expected;
  const { key, value } = lastKeyOf(notFound);
  const uids = listedUids(notFound, level);
  if (uids.length > 0 && uids.every((uid) => liesBeyondPath(uid, expected)))
    return breach('search-ignores-path', FIRST_RESULT, { level, results });
  if (isIgnored(search)) return blame.ignored(results, value);
  const isNear = unlike && uids.every((uid) => listedUids(found, level).includes(uid));
  if (isNear) {
    const code = unlike.nearly === 'its end' ? 'search-compares-part-of-uid' : 'search-compares-beginning-of-uid';
    return breach(code, FIRST_RESULT, { key, level });
  }
  return breach('search-no-match-finds-others', FIRST_RESULT, { key, level, results });
}

/** Whether a key that is ignored beside others selects where it is alone: a stored value finds what has it, another nothing. */
export function selectsAlone({ alone, expected: { matches, level } }: KeySearch): boolean {
  if (!alone || !isList(alone.notFound) || listedUids(alone.notFound, level).length > 0) return false;
  const found = listedUids(alone.found, level);
  return matches.length > 0 && matches.every(({ uid }) => found.includes(uid));
}

/** Whether a search was refused as faulty, or answered with nothing: what products document of keys that they lack. */
export function isRefusedOrEmpty({ response, failure }: Exchange): boolean {
  if (!response || failure) return false;
  if (response.status === 400 || response.status === 204) return true;
  const root = response.status === 200 && holdsDicomJson(response) ? jsonBodyOf(response).text.root : null;
  return root?.kind === 'array' && root.items.length === 0;
}

/** Whether a search was answered with a list of results, which may be empty. */
export function isList({ response, failure }: Exchange): boolean {
  if (!response || failure) return false;
  return response.status === 204 || (response.status === 200 && holdsDicomJson(response));
}
