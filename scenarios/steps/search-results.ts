import type { Exchange } from '../../lib/http/exchange.ts';
import type { ExpectedSearch } from '../../lib/judges/search/expected.ts';
import type { KeySearch } from '../../lib/judges/search/keys.ts';
import { resultsAreDicomJson, resultsAreOneArray, searchFindsExactly } from '../../lib/judges/search/matches.ts';
import {
  countsAreRight,
  resultsHaveKnownAttributes,
  resultsHaveParentAttributes,
  resultsHaveRequiredAttributes,
} from '../../lib/judges/search/returned-attributes.ts';
import {
  availabilityIsDefined,
  resultsHaveRetrieveUrl,
  timezoneIsReturned,
} from '../../lib/judges/search/server-attributes.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { Profile } from '../../lib/target/profile.ts';

/**
 * Everything about the results of a search: which they are, in which form, and with which attributes. `byKey` are the
 * searches that show whether its key is heeded.
 */
export function resultsAreRight(
  exchange: Exchange,
  expected: ExpectedSearch,
  profile: Profile,
  byKey?: KeySearch,
): Finding[] {
  return [
    searchFindsExactly(exchange, expected, profile, byKey),
    resultsAreDicomJson(exchange),
    resultsAreOneArray(exchange, expected),
    resultsHaveRequiredAttributes(exchange, expected, profile),
    resultsHaveParentAttributes(exchange, expected, profile),
    resultsHaveKnownAttributes(exchange, expected, profile),
    countsAreRight(exchange, expected, profile),
    resultsHaveRetrieveUrl(exchange, expected, profile),
    availabilityIsDefined(exchange, expected),
    timezoneIsReturned(exchange, expected),
  ];
}
