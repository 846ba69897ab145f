import { holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { firstText, type JsonDataSet } from '../../answers/json/data-set.ts';
import { type SearchLevel, UID_TAGS } from '../../answers/levels.ts';
import { describeBody } from '../../answers/response.ts';
import { type Exchange, type ExchangeResponse, headerValues } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { readableBody } from '../json/assess-json.ts';
import type { ExpectedMatch, ExpectedSearch } from './expected.ts';

/** A result beside the entity that it is about. */
export interface FoundMatch {
  readonly dataSet: JsonDataSet;
  readonly match: ExpectedMatch;
}

/** Results of a successful search, none where it was answered 204 or `[]`; null after saying why there is no list. */
export function resultsOf(response: ExchangeResponse, a: Assessment): readonly JsonDataSet[] | null {
  if (response.status === 204) return [];
  if (response.status !== 200) {
    a.cannot('prerequisite-failed', `no search result: ${describeBody(response)}`);
    return null;
  }
  const body = readableBody(response, a);
  const root = body?.text.root;
  const isList = root?.kind === 'array' || (root?.kind === 'object' && root.members.length === 0);
  if (body && !isList && body.attributes.length === 0) {
    a.cannot('prerequisite-failed', `no list of results: ${describeBody(response)}`);
    return null;
  }
  return body?.dataSets ?? null;
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

/** UIDs that a search lists, at the level of the search; empty where it was answered without a list. */
export function listedUids({ response, failure }: Exchange, level: SearchLevel): readonly string[] {
  if (!response || failure || response.status !== 200 || !holdsDicomJson(response)) return [];
  return jsonBodyOf(response).dataSets.flatMap((dataSet) => firstText(dataSet, UID_TAGS[level]) ?? []);
}

function matched(results: readonly JsonDataSet[], { matches, level }: ExpectedSearch): FoundMatch[] {
  return results.flatMap((dataSet) => {
    const uid = firstText(dataSet, UID_TAGS[level]);
    const match = matches.find((candidate) => candidate.uid === uid);
    return match ? [{ dataSet, match }] : [];
  });
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
