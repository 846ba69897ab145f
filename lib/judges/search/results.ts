import { at, holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { firstText, type JsonDataSet } from '../../answers/json/data-set.ts';
import { isOverLimit } from '../../answers/json/text.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { describeBody } from '../../answers/response.ts';
import { counted, quoted } from '../../answers/wording.ts';
import { type Exchange, type ExchangeResponse, headerValues } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { readableBody } from '../json/assess-json.ts';
import type { ExpectedMatch, ExpectedSearch } from './expected.ts';

/** A result beside the entity that it is about. */
export interface FoundMatch {
  readonly dataSet: JsonDataSet;
  readonly match: ExpectedMatch;
}

/** So many results never reach the bounds of what is read as JSON. */
const FEW = 1_000;

export const FOUND: StatusExpectation = { pass: [200] };

/** Results of a successful search, none where it was answered 204 or `[]`; null after saying why there is no list. */
export function resultsOf(response: ExchangeResponse, a: Assessment): readonly JsonDataSet[] | null {
  if (response.status === 204) return [];
  if (response.status !== 200) {
    a.cannot('prerequisite-failed', `no search result: ${describeBody(response)}`);
    return null;
  }
  return readableBody(response, a)?.dataSets ?? null;
}

/** The results that are about expected entities, for judges of their attributes. Says so when there is none. */
export function foundMatches(exchange: Exchange, expected: ExpectedSearch, a: Assessment): readonly FoundMatch[] {
  const response = completeResponse(exchange, a);
  const results = response && resultsOf(response, a);
  if (!results) return [];
  const found = matched(results, expected);
  if (found.length === 0) a.cannot('prerequisite-failed', 'no result is about an entity that is known');
  return found;
}

/** The results of an answer that are about expected entities, for who asks further by them. */
export function resultsAbout({ response }: Exchange, expected: ExpectedSearch): readonly FoundMatch[] {
  return response?.status === 200 && holdsDicomJson(response) ? matched(jsonBodyOf(response).dataSets, expected) : [];
}

function matched(results: readonly JsonDataSet[], { matches, level }: ExpectedSearch): FoundMatch[] {
  return results.flatMap((dataSet) => {
    const uid = firstText(dataSet, UID_TAGS[level]);
    const match = matches.find((candidate) => candidate.uid === uid);
    return match ? [{ dataSet, match }] : [];
  });
}

/** Status 200 and exactly the expected entities, each once. Says whether all of that holds. */
export function assessFindings(
  exchange: Exchange,
  { matches, level }: ExpectedSearch,
  a: Assessment,
  expectation: StatusExpectation = FOUND,
): boolean {
  if (exchange.failure?.code === 'too-large') assessFewness(exchange.failure.message, matches, a);
  const response = completeResponse(exchange, a);
  if (!response) return false;
  if (matches.length === 0) {
    a.cannot('not-exercised', 'nothing is stored that the search could find');
    return false;
  }
  if (response.status === 204) {
    a.must(false, () => ({
      expected: counted(matches.length, 'result'),
      actual: 'none: 204',
      where: { kind: 'status' },
    }));
    return false;
  }
  if (!assessStatus(response, expectation, '', a)) return false;
  a.must(holdsDicomJson(response), () => ({
    expected: 'search results in DICOM JSON',
    actual: describeBody(response),
    where: { kind: 'exchange' },
  }));
  if (!holdsDicomJson(response)) return false;
  const beyond = jsonBodyOf(response).text.defects.find(isOverLimit);
  if (beyond) assessFewness(`${describeBody(response)}: ${beyond.message}`, matches, a);
  if (!readableBody(response, a)) return false;
  return assessEntities(response, matches, level, a);
}

/** A bound of the harness is no breach, but an answer that reaches it is no list of a few results. */
function assessFewness(actual: string, matches: readonly ExpectedMatch[], a: Assessment): void {
  if (matches.length === 0 || matches.length > FEW) return;
  a.must(false, () => ({ expected: counted(matches.length, 'result'), actual, where: { kind: 'exchange' } }));
}

function assessEntities(
  response: ExchangeResponse,
  matches: readonly ExpectedMatch[],
  level: SearchLevel,
  a: Assessment,
): boolean {
  const results = jsonBodyOf(response).dataSets;
  const uids = results.map((result) => firstText(result, UID_TAGS[level]));
  const missing = matches.filter(({ uid }) => !uids.includes(uid)).length;
  const isCut = isFirstPage(uids.length, missing, response, a);
  let isExact = true;
  for (const { uid } of matches) {
    const count = uids.filter((candidate) => candidate === uid).length;
    if (count === 0 && isCut) continue;
    isExact &&= count === 1;
    a.must(count === 1, () => ({
      expected: `one result for the ${level} ${uid}`,
      actual: count === 0 ? `none among ${counted(uids.length, 'result')}` : `${count} of them`,
      where: at(''),
    }));
  }
  for (const [index, uid] of uids.entries()) {
    const isExpected = matches.some((match) => match.uid === uid);
    isExact &&= isExpected;
    a.must(isExpected, () => ({
      expected: `only ${counted(matches.length, 'result')}, that the search asks for`,
      actual: uid === null ? `a result without UID of the ${level}` : `the ${level} ${quoted(uid)} as well`,
      where: at(results[index]?.pointer ?? ''),
    }));
  }
  return isExact;
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

/** Values of Warning 299, which says of a page how many results are left beyond it. */
export function pageWarnings({ headers }: ExchangeResponse): readonly string[] {
  return headerValues(headers, 'Warning').filter((value) => /\b299\b/.test(value));
}

const WARN_DATE = /"[A-Z][a-z]{2}, [^"]{1,30} GMT"/g;
const FREE_NUMBER = /(?<![\w.:/-])[0-9]+(?![\w:/-]|\.[0-9])/g;

/** The numbers in them that are of no date and no address: the text around the one that counts is the server's own. */
export function announcedRemainders(response: ExchangeResponse): readonly number[] {
  return pageWarnings(response).flatMap((value) =>
    (
      value
        .replace(/\b299\b/, '')
        .replace(WARN_DATE, '')
        .match(FREE_NUMBER) ?? []
    ).map(Number),
  );
}

/** No match: 204 without a body, 200 with an empty list, or one of the `absent` statuses, which say it alone. */
export function assessNothingFound(exchange: Exchange, a: Assessment, absent: readonly number[] = []): void {
  const response = completeResponse(exchange, a);
  if (!response || !assessStatus(response, { pass: [200, 204, ...absent] }, '', a)) return;
  if (absent.includes(response.status)) return;
  if (response.status === 204) {
    a.must(response.body.length === 0, () => ({
      expected: 'no body after 204',
      actual: counted(response.body.length, 'byte'),
      where: { kind: 'bytes', offset: 0 },
    }));
    return;
  }
  const root = holdsDicomJson(response) ? jsonBodyOf(response).text.root : null;
  const size = root?.kind === 'array' ? root.items.length : -1;
  a.must(size === 0, () => ({
    expected: 'an empty list, []',
    actual: size > 0 ? counted(size, 'result') : describeBody(response),
    where: size > 0 ? at('/0') : { kind: 'exchange' },
  }));
}
