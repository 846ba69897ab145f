import { attributeOf, type JsonDataSet } from '../../answers/json/data-set.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import type { StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Profile } from '../../target/profile.ts';
import type { Assessment } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { OPTIONAL } from './attributes.ts';
import { type SeenStatus, STATUS } from './blame.ts';
import { assessStoredValue } from './compared-values.ts';
import type { ExpectedMatch, ExpectedSearch } from './expected.ts';
import { instancesOfLevel, storedAlternatives } from './expected-attributes.ts';
import { type FoundMatch, resultsAbout } from './results.ts';

/** How includefield names attributes. */
export type IncludeForm = 'by-keyword' | 'by-tag' | 'in-one-list' | 'in-two-parameters' | 'all';

/** A search whose includefield names attributes. */
export interface Inclusion {
  readonly form: IncludeForm;
  readonly tags: readonly string[];
  readonly exchange: Exchange;
}

/** Whether a result has a value of an attribute. */
export function hasValue(dataSet: JsonDataSet, tag: string): boolean {
  return (attributeOf(dataSet, tag)?.values.length ?? 0) > 0;
}

/** Whether a value of an attribute of that level is stored. */
export function isStoredAt(level: SearchLevel, tag: string, match: ExpectedMatch): boolean {
  return alternativesAt(level, tag, match).some(({ isEmpty }) => !isEmpty);
}

function alternativesAt(level: SearchLevel, tag: string, match: ExpectedMatch): readonly StoredAttribute[] {
  return storedAlternatives(tag, instancesOfLevel(match, level));
}

/** Attributes of the searched level that are stored with a value and that none of the results has. */
export function attributesLeftOut(exchange: Exchange, expected: ExpectedSearch): readonly string[] {
  const results = resultsAbout(exchange, expected);
  if (results.length === 0) return [];
  const { level } = expected;
  return OPTIONAL[level].filter((tag) =>
    results.every(({ dataSet, match }) => isStoredAt(level, tag, match) && !hasValue(dataSet, tag)),
  );
}

/** Whether a search with includefield succeeded; a product may document that it refuses names that it does not know. */
export function assessAnswered(
  { exchange, form }: Pick<Inclusion, 'exchange' | 'form'>,
  requirement: string,
  profile: Profile | undefined,
  a: Assessment,
): boolean {
  const response = completeResponse(exchange, a);
  if (!response) return false;
  const documented = documentedDeviation(profile, requirement);
  if (documented === null || response.status !== 400) {
    const refused = (seen: SeenStatus) => breach('includefield-refused', STATUS, { ...seen, form });
    return assessStatus(response, { pass: [200], breach: refused }, a.about(exchange));
  }
  a.note(documented);
  return false;
}

/** Judges the values of an attribute in the results, and says whether each of them has one. */
export function assessIncluded(
  tag: string,
  level: SearchLevel,
  results: readonly FoundMatch[],
  a: Assessment,
): boolean {
  for (const { dataSet, match } of results) {
    const attribute = attributeOf(dataSet, tag);
    if (attribute && hasValue(dataSet, tag)) {
      assessStoredValue(attribute, alternativesAt(level, tag, match), level, a, (where, facts) =>
        breach('includefield-value-differs', where, facts),
      );
    }
  }
  return results.every(({ dataSet }) => hasValue(dataSet, tag));
}
