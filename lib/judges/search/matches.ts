import { at, holdsDicomJson, jsonBodyOf, schemaBreaches } from '../../answers/json/body.ts';
import { excerpt, nodeAt } from '../../answers/json/node.ts';
import { describeBody } from '../../answers/response.ts';
import { counted } from '../../answers/wording.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import type { StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessDicomJsonLabel, readableBody } from '../json/assess-json.ts';
import type { ExpectedSearch } from './expected.ts';
import { assessFindings, assessNothingFound, FOUND, resultsOf } from './results.ts';

const NO_SUCH_RESOURCE = [400, 404, 405, 501];

/** Whether a resource is one that only a native server has to search (PS3.18 Table 10.6.1-1). */
export function isRelational({ resource }: ExpectedSearch): boolean {
  if (resource.level === 'studies') return false;
  return resource.level === 'series' ? resource.study === undefined : resource.series === undefined;
}

/**
 * QIDO-001 for hierarchical resources and QIDO-002 for relational ones: the search finds exactly what is stored. A
 * product that does not claim relational search and refuses it is not judged.
 */
export function searchFindsExactly(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const requirement = isRelational(expected) ? 'QIDO-002' : 'QIDO-001';
  const many = counted(expected.matches.length, 'result');
  return assess(requirement, `finds exactly ${many} at ${expected.level} level`, [exchange], (a) => {
    const status = exchange.response?.status ?? 0;
    const isClaimed = requirement === 'QIDO-001' || profile?.features.relationalSearch !== 'no';
    if (!isClaimed && NO_SUCH_RESOURCE.includes(status)) {
      a.cannot('not-claimed', `relational search is not claimed and was answered ${status}`);
      return;
    }
    assessFindings(exchange, expected, a);
  });
}

/** QIDO-003: results are labelled application/dicom+json; application/json is tolerated. */
export function resultsAreDicomJson(exchange: Exchange): Finding {
  return assess('QIDO-003', 'returns results as application/dicom+json', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    const isListed = response?.status === 200 && response.body.length > 0;
    if (!response) return;
    if (!isListed || (holdsDicomJson(response) && jsonBodyOf(response).attributes.length === 0)) {
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
    for (const { as, expected: right, pointer } of breaches) {
      a[as](false, () => ({ expected: right, actual: excerpt(nodeAt(root, pointer)), where: at(pointer) }));
    }
    if (breaches.length === 0) a.holds();
  });
}

/** The twin of a negative search: one that differs in the value of a key and found something. */
function twinFound(twin: Exchange, a: Parameters<typeof completeResponse>[1]): boolean {
  const response = completeResponse(twin, a);
  const results = response && resultsOf(response, a);
  if (!results) return false;
  if (results.length === 0)
    a.cannot('prerequisite-failed', `the same search with a known value (${twin.id}) found nothing`);
  return results.length > 0;
}

/** QIDO-006: a search without match succeeds and is empty. `twin` is the same search with a value that is stored. */
export function searchWithoutMatchIsEmpty(exchange: Exchange, twin: Exchange): Finding {
  return assess('QIDO-006', 'answers a search without match with an empty result', [exchange, twin], (a) => {
    if (twinFound(twin, a)) assessNothingFound(exchange, a);
  });
}

/** QIDO-007: a search below an unknown study is empty or not found. `twin` is the same search below a stored study. */
export function searchBelowUnknownStudyIsEmpty(exchange: Exchange, twin: Exchange): Finding {
  return holdsNothing('QIDO-007', 'answers a search below an unknown study with nothing', exchange, twin);
}

/**
 * QIDO-001 and -002: a resource holds what lies below its path and nothing else. `twin` found something; `exchange` is
 * the same search below another study or series, where it finds nothing or no such resource.
 */
export function pathSelects(exchange: Exchange, twin: Exchange, expected: ExpectedSearch): Finding {
  const requirement = isRelational(expected) ? 'QIDO-002' : 'QIDO-001';
  return holdsNothing(requirement, 'finds nothing of it below another path', exchange, twin);
}

function holdsNothing(requirement: string, claim: string, exchange: Exchange, twin: Exchange): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    if (twinFound(twin, a)) assessNothingFound(exchange, a, [404]);
  });
}

/** Requirements on keys: the keys of each level, and how their values match. */
export type KeyRequirement =
  | 'COMMON-006'
  | `QIDO-01${0 | 1 | 2 | 3 | 4}`
  | `QIDO-04${0 | 2 | 4 | 5 | 6 | 7 | 9}`
  | 'QIDO-050';

/** A server that only translates to DIMSE may leave relational searches out, and with them these keys. */
const RELATIONAL: StatusExpectation = {
  pass: [200],
  warn: { 404: 'no relational search', 501: 'no relational search' },
};

/** A key selects: a stored value finds exactly what has it, and a value that nothing has finds nothing. */
export interface KeySearch {
  readonly key: string;
  readonly found: Exchange;
  readonly expected: ExpectedSearch;
  readonly notFound: Exchange;
}

function isRefusedOrEmpty({ response, failure }: Exchange): boolean {
  if (!response || failure) return false;
  if (response.status === 400 || response.status === 204) return true;
  const root = response.status === 200 && holdsDicomJson(response) ? jsonBodyOf(response).text.root : null;
  return root?.kind === 'array' && root.items.length === 0;
}

/**
 * QIDO-010 to -014 and other rows on matching: the key selects and is not ignored. A product may document that it refuses
 * such a key, or takes it literally and so finds nothing.
 */
export function keySelects(
  requirement: KeyRequirement,
  { key, found, expected, notFound }: KeySearch,
  profile?: Profile,
): Finding {
  return assess(requirement, `selects by ${key}`, [found, notFound], (a) => {
    const documented = documentedDeviation(profile, requirement);
    if (documented !== null && isRefusedOrEmpty(found)) a.note(documented);
    else if (assessFindings(found, expected, a, requirement === 'QIDO-014' ? RELATIONAL : FOUND))
      assessNothingFound(notFound, a);
    else a.cannot('prerequisite-failed', `a value that is stored (${found.id}) does not find what has it`);
  });
}
