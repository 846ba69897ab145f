import { at, holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { firstText, type JsonDataSet } from '../../answers/json/data-set.ts';
import { entriesBegun } from '../../answers/json/entries-begun.ts';
import { isOverLimit } from '../../answers/json/text.ts';
import { UID_TAGS } from '../../answers/levels.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { counted } from '../../answers/wording.ts';
import { BOUNDS } from '../../bounds.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import { decodedBody } from '../../http/content.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { type Blame, blameSearch, STATUS } from './blame.ts';
import type { ExpectedSearch } from './expected.ts';
import { announcedRemainders, resultsOf } from './results.ts';

/** As much of an answer that is not read to its end is looked at, in bytes. */
const BEGINNING = 1 << 20;

/** What else than the expected entities means: it is a breach, or told elsewhere. */
type Others = 'breach' | 'tolerated';

/** Status 200 and exactly the expected entities, each once. Says whether all of that holds. */
export function assessFindings(
  exchange: Exchange,
  expected: ExpectedSearch,
  a: Assessment,
  blame: Blame = blameSearch(expected),
  others: Others = 'breach',
): boolean {
  const { matches } = expected;
  if (exchange.failure?.code === 'too-large' && exchange.response && others === 'breach')
    assessFewness(exchange.response, matches.length, a.about(exchange));
  const response = completeResponse(exchange, a);
  if (!response) return false;
  if (matches.length === 0) {
    a.cannot('not-exercised', 'nothing is stored that the search could find');
    return false;
  }
  const of = a.about(exchange);
  if (response.status === 204) {
    of.must(false, () => about(matches, blame.nothing(204, STATUS)));
    return false;
  }
  if (!assessStatus(response, { pass: [200], breach: blame.refused }, of)) return false;
  of.must(holdsDicomJson(response), () =>
    breach(
      'search-answer-not-json',
      { kind: 'exchange' },
      { type: mediaTypeOf(response)?.essence ?? null, bytes: response.body.length },
    ),
  );
  if (!holdsDicomJson(response)) return false;
  const isGivenUp = jsonBodyOf(response).text.defects.some(isOverLimit);
  if (isGivenUp && others === 'breach') assessFewness(response, matches.length, of);
  const results = resultsOf(response, of);
  return results !== null && assessEntities(response, results, expected, { blame, others }, of);
}

/**
 * A bound of the harness is no breach, whatever an answer reaches it by: few results can be written in many bytes. More
 * results than match are one, and the beginning of the answer shows them.
 */
function assessFewness(response: ExchangeResponse, expected: number, a: Assessment): void {
  if (expected === 0) return;
  const decoded = decodedBody(response, BOUNDS.jsonText.limit);
  const begun = decoded.ok ? entriesBegun(decoded.body.read(0, Math.min(BEGINNING, decoded.body.length))) : 0;
  if (begun <= expected) return;
  a.must(false, () => breach('search-answer-too-long', { kind: 'exchange' }, { expected, begun }));
}

function assessEntities(
  response: ExchangeResponse,
  results: readonly JsonDataSet[],
  { matches, level }: ExpectedSearch,
  { blame, others }: { readonly blame: Blame; readonly others: Others },
  a: Assessment,
): boolean {
  const uids = results.map((result) => firstText(result, UID_TAGS[level]));
  const missing = matches.filter(({ uid }) => !uids.includes(uid)).length;
  const isCut = isFirstPage(uids.length, missing, response, a);
  // A result that does not say what it is about may be about one that is missed: that is one breach and not two.
  let unnamed = uids.filter((uid) => uid === null).length;
  let isExact = unnamed === 0;
  for (const match of matches) {
    const { uid } = match;
    const count = uids.filter((candidate) => candidate === uid).length;
    if (count === 0 && isCut) continue;
    isExact &&= count === 1;
    if (count === 0 && unnamed-- > 0) continue;
    a.must(count === 1, () => {
      if (uids.length === 0) return about([match], blame.nothing(200, at('')));
      if (count === 0) return about([match], blame.missed(uid, uids.length, at('')));
      return breach('search-repeats-result', at(''), { level, uid, times: count });
    });
  }
  for (const [index, uid] of uids.entries()) {
    const isExpected = matches.some((match) => match.uid === uid);
    isExact &&= isExpected;
    if (!isExpected && uid !== null && others === 'tolerated') continue;
    const where = at(results[index]?.pointer ?? '');
    a.must(isExpected, () =>
      uid === null
        ? breach('search-attribute-missing', where, { tag: UID_TAGS[level], level })
        : blame.foreign(uid, where),
    );
  }
  return isExact;
}

/**
 * A breach that says which entity it is about: the URL of a search names what was asked for and not what has it. That several
 * are missed at once has one reason, which is not that of one of them.
 */
function about(matches: ExpectedSearch['matches'], seen: SeenBreach): SeenBreach {
  const [only, ...others] = matches;
  const isNamed = 'uid' in seen.parameters;
  return only && others.length === 0 && !isNamed ? { ...seen, subjects: [only.uid] } : seen;
}

/** What servers are set to give out at once is a multiple of this. */
const ROUND = 50;

/**
 * Whether a list that lacks some is as many results as the server gives out at once (§8.3.4.4.1, maxResults), since no
 * parameter asked for less than all. That its Warning is missing is for QIDO-062 to say.
 */
function isFirstPage(count: number, missing: number, response: ExchangeResponse, a: Assessment): boolean {
  if (count === 0 || missing === 0) return false;
  if (announcedRemainders(response).includes(missing)) {
    a.note(`${counted(missing, 'result')} more than the server gives out at once, as its Warning says`);
    return true;
  }
  if (count % ROUND > 0) return false;
  a.cannot('not-exercised', `${counted(count, 'result')} may be as many as the server gives out at once`);
  return true;
}
