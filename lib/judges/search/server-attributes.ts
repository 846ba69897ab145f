import { at } from '../../answers/json/body.ts';
import { attributeOf } from '../../answers/json/data-set.ts';
import { below, excerpt } from '../../answers/json/node.ts';
import { RETRIEVE_URL } from '../../answers/links.ts';
import { tagName } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import { answeredUrl, type Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assessRetrieveUrl } from '../retrieve-url-value.ts';
import { INSTANCE_AVAILABILITY, TIMEZONE_OFFSET } from './attributes.ts';
import { type ExpectedSearch, pathOfMatch } from './expected.ts';
import { instancesOfLevel, isKnown, judgeResults, wantedOf } from './expected-attributes.ts';

/** QIDO-021: each result has the URL of its entity; at study level its absence is a warning. */
export function resultsHaveRetrieveUrl(exchange: Exchange, expected: ExpectedSearch, profile?: Profile): Finding {
  const claim = `returns the RetrieveURL of each ${expected.level}`;
  return judgeResults('QIDO-021', claim, exchange, expected, profile, (dataSet, match, a, excused) => {
    const attribute = attributeOf(dataSet, RETRIEVE_URL);
    const hasValue = attribute !== null && attribute.values.length > 0;
    if (!hasValue && excused) {
      excused.push(tagName(RETRIEVE_URL));
      return;
    }
    const grade = match.level === 'study' ? a.should : a.must;
    const facts = { tag: RETRIEVE_URL, level: match.level };
    grade(hasValue, () => breach('search-attribute-missing', at(below(dataSet.pointer, RETRIEVE_URL)), facts));
    if (attribute && hasValue) assessRetrieveUrl(attribute, pathOfMatch(match), answeredUrl(exchange), a);
  });
}

const AVAILABILITIES = ['ONLINE', 'NEARLINE', 'OFFLINE', 'UNAVAILABLE'];

/** QIDO-022: InstanceAvailability, where it is returned, is a defined term. */
export function availabilityIsDefined(exchange: Exchange, expected: ExpectedSearch): Finding {
  const claim = 'returns InstanceAvailability as a defined term';
  return judgeResults('QIDO-022', claim, exchange, expected, undefined, (dataSet, _match, a) => {
    const attribute = attributeOf(dataSet, INSTANCE_AVAILABILITY);
    const [value] = attribute?.values ?? [];
    if (!attribute || !value) {
      a.note(`${tagName(INSTANCE_AVAILABILITY)} is not returned`);
      return;
    }
    a.must(value.kind === 'string' && AVAILABILITIES.includes(value.value.trim()), () =>
      breach('search-availability-undefined', at(attribute.pointer), { actual: excerpt(value) }),
    );
  });
}

/** QIDO-023: TimezoneOffsetFromUTC is returned when it is stored, as sign and four digits. */
export function timezoneIsReturned(exchange: Exchange, expected: ExpectedSearch): Finding {
  const claim = 'returns TimezoneOffsetFromUTC when it is known';
  return judgeResults('QIDO-023', claim, exchange, expected, undefined, (dataSet, match, a) => {
    const attribute = attributeOf(dataSet, TIMEZONE_OFFSET);
    const [value] = attribute?.values ?? [];
    const of = instancesOfLevel(match, match.level);
    const isStored = isKnown(wantedOf({ tag: TIMEZONE_OFFSET, source: 'stored' }, match, of));
    if (isStored) {
      const facts = { tag: TIMEZONE_OFFSET, level: match.level };
      a.should(value !== undefined, () =>
        breach('search-attribute-missing', at(below(dataSet.pointer, TIMEZONE_OFFSET)), facts),
      );
    }
    if (!attribute || !value) return;
    a.must(value.kind === 'string' && /^[+-][0-9]{4} *$/.test(value.value), () =>
      breach('search-timezone-malformed', at(attribute.pointer), { actual: excerpt(value) }),
    );
  });
}
