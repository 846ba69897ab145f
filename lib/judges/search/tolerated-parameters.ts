import { sightOf } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { showsIt } from '../assess-served.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { documentedDeviation } from '../deviations.ts';
import { STATUS } from './blame.ts';
import { hasWarning } from './fuzzy-matching.ts';
import { listedUids } from './results.ts';

/** A search with a parameter that may do nothing, the same search without it, and what that one finds. */
export interface WithParameter {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly path: ResourcePath;
  /** Its name as it was sent. */
  readonly parameter: string;
}

const FOUND = [200, 204];
const IGNORED_OR_REFUSED: StatusExpectation = { pass: [...FOUND, 400] };

/** COMMON-005: `LIMIT=1` is another parameter than `limit=1`. That a server takes it for that one is recorded. */
export function tellsNamesByCase(asked: WithParameter): Finding {
  const claim = `takes ${asked.parameter} for a parameter that it does not know`;
  const info = { 400: 'the parameter is refused' };
  return over('COMMON-005', claim, asked, { pass: FOUND, info }, (a) => {
    const [found, usual] = [asked.exchange, asked.twin].map((exchange) => listedUids(exchange, 'study').length);
    if (found !== undefined && usual !== undefined && found < usual)
      a.note(`it is taken for ${asked.parameter.toLowerCase()}`);
    else a.holds();
  });
}

/** QIDO-052: what is no attribute of the dictionary is ignored or refused. No clause says which. */
export function toleratesWhatIsNoAttribute(asked: WithParameter): Finding {
  const claim = `ignores or refuses ${asked.parameter}, which is no attribute to search by`;
  return over('QIDO-052', claim, asked, IGNORED_OR_REFUSED);
}

/**
 * QIDO-056: emptyvaluematching and multiplevaluematching are not refused. `asked` searches with emptyvaluematching for a study
 * whose key has a value by that key without one: universal matching finds it, as the twin shows, and empty values do not match it.
 */
export function matchesEmptyValuesOrSaysNot(asked: WithParameter, profile?: Profile): Finding {
  const claim = `matches empty values with ${asked.parameter}=true, or says that it does not`;
  return over('QIDO-056', claim, asked, found(profile), (a) => {
    const isIgnored = sightOf(asked.exchange, asked.path) === 'shown' && !hasWarning(asked.exchange);
    a.should(!isIgnored, () =>
      breach(
        'matching-parameter-ignored-silently',
        { kind: 'header', name: 'Warning' },
        { parameter: asked.parameter },
      ),
    );
  });
}

/** QIDO-056: multiplevaluematching is not refused. Whether it is applied, a single value does not show. */
export function takesMultipleValueMatching(asked: WithParameter, profile?: Profile): Finding {
  return over('QIDO-056', `takes ${asked.parameter}=true`, asked, found(profile));
}

/** A product may document that it refuses parameters which it does not know. */
function found(profile: Profile | undefined): StatusExpectation {
  const documented = documentedDeviation(profile, 'COMMON-003');
  return { pass: FOUND, ...(documented === null ? {} : { info: { 400: documented } }) };
}

/** QIDO-067: whether the dates and times of a search are read in the zone that it names is recorded. */
export function recordsTimeZoneOfSearches(asked: WithParameter): Finding {
  const claim = 'reads dates and times in the time zone of the search, or in their own';
  const info = { 400: 'the parameter is refused' };
  return over('QIDO-067', claim, asked, { pass: FOUND, info }, (a) => {
    const sight = sightOf(asked.exchange, asked.path);
    if (sight === 'shown') a.note('the time zone of the search is ignored');
    else if (sight === 'absent') a.note('the time zone of the search is heeded');
  });
}

function over(
  requirement: string,
  claim: string,
  { exchange, twin, path, parameter }: WithParameter,
  expectation: StatusExpectation,
  more: (a: Assessment) => void = () => {},
): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    const response = showsIt(twin, path, a) ? completeResponse(exchange, a) : null;
    const failed: StatusExpectation['breach'] = (seen) =>
      breach('search-fails-on-parameter', STATUS, { ...seen, parameter });
    if (response && assessStatus(response, { ...expectation, breach: failed }, a)) more(a);
  });
}
