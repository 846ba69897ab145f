import { at, holdsDicomJson, jsonBodyOf, schemaBreaches } from '../../answers/json/body.ts';
import { excerpt, nodeAt } from '../../answers/json/node.ts';
import { describeBody } from '../../answers/response.ts';
import { counted } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { assessDicomJsonLabel, readableBody } from '../json/assess-json.ts';
import { lastKeyOf, levelAsked } from './asked.ts';
import { blameSearch, FIRST_RESULT, STATUS } from './blame.ts';
import { type ExpectedSearch, liesBeyondPath } from './expected.ts';
import { blameForNone, isIgnored, type KeySearch } from './keys.ts';
import { assessNothingFound, type Nothing } from './nothing-found.ts';
import { listedUids, resultsOf } from './results.ts';
import { assessFindings } from './which-results.ts';

const NO_SUCH_RESOURCE = [400, 404, 405, 501];

/** Whether a resource is one that only a native server has to search (PS3.18 Table 10.6.1-1). */
export function isRelational({ resource }: ExpectedSearch): boolean {
  if (resource.level === 'studies') return false;
  return resource.level === 'series' ? resource.study === undefined : resource.series === undefined;
}

/**
 * QIDO-001 for hierarchical resources and QIDO-002 for relational ones: the search finds exactly what is stored. A
 * product that does not claim relational search and refuses it is not judged. `byKey` are the searches that show whether
 * the key of this one is heeded: what an ignored key finds beside is a breach of the key, and of no other requirement.
 */
export function searchFindsExactly(
  exchange: Exchange,
  expected: ExpectedSearch,
  profile?: Profile,
  byKey?: KeySearch,
): Finding {
  const requirement = isRelational(expected) ? 'QIDO-002' : 'QIDO-001';
  const many = counted(expected.matches.length, 'result');
  return assess(requirement, `finds exactly ${many} at ${expected.level} level`, [exchange], (a) => {
    const status = exchange.response?.status ?? 0;
    const isClaimed = requirement === 'QIDO-001' || profile?.features.relationalSearch !== 'no';
    if (!isClaimed && NO_SUCH_RESOURCE.includes(status)) {
      a.cannot('not-claimed', `relational search is not claimed and was answered ${status}`);
      return;
    }
    // What an ignored key finds beside is a breach of the key alone.
    const isOpen = byKey !== undefined && isIgnored(byKey);
    if (isOpen) a.note(notHeeded(exchange));
    assessFindings(exchange, expected, a, blameSearch(expected), isOpen ? 'tolerated' : 'breach');
  });
}

/** QIDO-003: results are labelled application/dicom+json; application/json is tolerated. */
export function resultsAreDicomJson(exchange: Exchange): Finding {
  return assess('QIDO-003', 'returns results as application/dicom+json', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    // What is no DICOM JSON at all, the search itself is judged by.
    const isListed = response.status === 200 && holdsDicomJson(response);
    if (!isListed || jsonBodyOf(response).attributes.length === 0) {
      a.cannot('prerequisite-failed', `no result to label: ${describeBody(response)}`);
      return;
    }
    assessDicomJsonLabel(response, a);
  });
}

/** QIDO-005: the result is one array at the top with an object for each match. */
export function resultsAreOneArray(exchange: Exchange, expected: ExpectedSearch): Finding {
  return assess('QIDO-005', 'returns one array with an object for each match', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    const body = response.status === 200 ? readableBody(response, a) : null;
    const root = body?.text.root;
    const isEmpty = root?.kind === 'array' && root.items.length === 0;
    if (!root || isEmpty || expected.matches.length === 0) {
      a.cannot('prerequisite-failed', `no match to look at: ${describeBody(response)}`);
      return;
    }
    const breaches = schemaBreaches('search-results', root, '');
    for (const { as, pointer } of breaches) {
      const seen = excerpt(nodeAt(root, pointer));
      a[as](false, () =>
        pointer === ''
          ? breach('search-results-not-array', at(''), { body: seen })
          : breach('search-result-not-data-set', at(pointer), { item: seen }),
      );
    }
    if (breaches.length === 0) a.holds();
  });
}

/** The twin of a negative search: one that differs in the value of a key and found something. */
function twinFound(twin: Exchange, a: Assessment): boolean {
  const response = completeResponse(twin, a);
  const results = response && resultsOf(response, a);
  if (!results) return false;
  if (results.length === 0)
    a.cannot('prerequisite-failed', `the same search with a known value (${twin.id}) found nothing`);
  return results.length > 0;
}

const EMPTY = 'answers a search without match with an empty result';

/** Why a search says nothing of what it is for: its key is one that the server takes no notice of. */
function notHeeded(exchange: Exchange): string {
  return `${lastKeyOf(exchange).key} was not seen to select (${exchange.id})`;
}

/** QIDO-006: a search without match succeeds and is empty; the same search with a value that is stored found something. */
export function searchWithoutMatchIsEmpty(search: KeySearch): Finding {
  const { found: twin, notFound } = search;
  return assess('QIDO-006', EMPTY, [notFound, twin], (a) => {
    if (!twinFound(twin, a)) return;
    if (isIgnored(search)) a.cannot('prerequisite-failed', notHeeded(notFound));
    else assessNothingFound(notFound, { found: (results) => blameForNone(search, results) }, a);
  });
}

/**
 * QIDO-006: a search for what was deleted finds nothing. `twin` found it before the delete, when the server held other
 * entities as well; `stays` is what the path holds since, and `unmatched` are earlier searches for what nothing has. Where
 * one of these listed anything, or the twin what stays, the key selects nothing, which is a breach of its own.
 */
export function searchForDeletedIsEmpty(
  exchange: Exchange,
  twin: Exchange,
  stays: ExpectedSearch,
  unmatched: readonly Exchange[] = [],
): Finding {
  return assess('QIDO-006', EMPTY, [exchange, twin], (a) => {
    const { level } = stays;
    const { key } = lastKeyOf(exchange);
    const found = (results: number): SeenBreach =>
      listedUids(exchange, level).every((uid) => liesBeyondPath(uid, stays))
        ? breach('search-ignores-path', FIRST_RESULT, { level, results })
        : breach('search-no-match-finds-others', FIRST_RESULT, { key, level, results });
    if (!twinFound(twin, a)) return;
    const listed = listedUids(twin, level);
    const open = stays.matches.some(({ uid }) => listed.includes(uid))
      ? twin
      : unmatched.find((one) => listedUids(one, level).length > 0);
    if (open) a.cannot('prerequisite-failed', notHeeded(open));
    else assessNothingFound(exchange, { found }, a);
  });
}

/** QIDO-007: a search below an unknown study is empty or not found. `twin` is the same search below a stored study. */
export function searchBelowUnknownStudyIsEmpty(exchange: Exchange, twin: Exchange): Finding {
  const claim = 'answers a search below an unknown study with nothing';
  return holdsNothing('QIDO-007', claim, exchange, twin, (results) => ignoresPath(exchange, results));
}

/**
 * QIDO-001 and -002: a resource holds what lies below its path and nothing else. `twin` found something; `exchange` is
 * the same search below another study or series, where it finds nothing or no such resource. What it finds beside is no
 * matter of the path.
 */
export function pathSelects(exchange: Exchange, byKey: KeySearch): Finding {
  const { found: twin, expected } = byKey;
  const requirement = isRelational(expected) ? 'QIDO-002' : 'QIDO-001';
  const uids = listedUids(exchange, expected.level);
  const isSame = expected.matches.some(({ uid }) => uids.includes(uid));
  const isOpen = !isSame && isIgnored(byKey);
  if (isOpen && uids.length > 0) {
    return assess(requirement, BELOW_ANOTHER_PATH, [exchange, twin], (a) => {
      a.cannot('prerequisite-failed', notHeeded(twin));
    });
  }
  return holdsNothing(requirement, BELOW_ANOTHER_PATH, exchange, twin, (results) =>
    isSame ? ignoresPath(exchange, results) : blameForNone(byKey, results),
  );
}

const BELOW_ANOTHER_PATH = 'finds nothing of it below another path';

function ignoresPath(exchange: Exchange, results: number): SeenBreach {
  return breach('search-ignores-path', FIRST_RESULT, { level: levelAsked(exchange), results });
}

function holdsNothing(
  requirement: string,
  claim: string,
  exchange: Exchange,
  twin: Exchange,
  found: Nothing['found'],
): Finding {
  const nothing: Nothing = {
    absent: [404],
    failed: (seen) => breach('search-below-unknown-fails', STATUS, { ...seen }),
    found,
  };
  return assess(requirement, claim, [exchange, twin], (a) => {
    if (twinFound(twin, a)) assessNothingFound(exchange, nothing, a);
  });
}
