import { sightOf } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { keysAsked } from './asked.ts';

/**
 * A search that may find a study. `twin` asks for the study by its values as they are stored, and `foreign` by values of the
 * same keys that it does not have: a server that ignores the keys finds it by these as well.
 */
interface Liberty {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly foreign: Exchange;
  readonly path: ResourcePath;
}

/** QIDO-041: whether a name is found in another case is left to the server, and recorded. */
export function recordsCaseOfNames(liberty: Liberty): Finding {
  return over('QIDO-041', 'matches names with or without regard to case', liberty, (a) => {
    const isFound = findsIt(liberty, NAME, a);
    if (isFound !== null) a.note(isFound ? 'a name is found in another case' : 'a name is not found in another case');
  });
}

/** QIDO-041: the beginning of a name with an asterisk finds it; that it does not is a warning. */
export function findsNamesByTheirBeginning(liberty: Liberty): Finding {
  return over('QIDO-041', 'finds a name by its beginning', liberty, (a) => {
    const isFound = findsIt(liberty, NAME, a);
    if (isFound === null) return;
    const value = valueAsked(liberty.exchange, NAME_KEY);
    a.should(isFound, () => breach('search-finds-no-beginning-of-name', { kind: 'exchange' }, { value }));
  });
}

/**
 * QIDO-047: a range of dates with a range of times is one interval. `foreign` asks for an interval of which the dates fit and
 * the times do not. A server that matches the two apart, or refuses them together, is a warning: many do, and users seldom
 * see it.
 */
export function joinsDateAndTime(liberty: Liberty): Finding {
  return over('QIDO-047', 'takes a range of dates and one of times as one interval', liberty, (a) => {
    const isFound = findsIt(liberty, MOMENT, a);
    if (isFound === null) return;
    const [dates, times] = [valueAsked(liberty.exchange, 'StudyDate'), valueAsked(liberty.exchange, 'StudyTime')];
    a.should(isFound, () => breach('search-parts-date-and-time', { kind: 'exchange' }, { dates, times }));
  });
}

const NAME_KEY = 'PatientName';
const FOUND = [200, 204];
/** A form of matching that a server may leave out, and one that it has to have. */
const NAME: StatusExpectation = { pass: FOUND, info: { 400: 'refused, as a server may that does not match so' } };
const MOMENT: StatusExpectation = { pass: FOUND, warn: { 400: 'refused, as by a server that does not combine them' } };

function over(
  requirement: string,
  claim: string,
  { exchange, twin, foreign }: Liberty,
  judge: (a: Assessment) => void,
) {
  return assess(requirement, claim, [exchange, twin, foreign], judge);
}

/** Whether the search finds the study; null where that cannot be told, and the assessment says why. */
function findsIt({ exchange, twin, foreign, path }: Liberty, status: StatusExpectation, a: Assessment): boolean | null {
  if (sightOf(twin, path) !== 'shown') {
    a.cannot('prerequisite-failed', 'the values as they are stored do not find the study');
    return null;
  }
  const response = completeResponse(exchange, a);
  if (!response) return null;
  // By which status nothing is found is a matter of QIDO-006.
  if (response.status !== 404 && !assessStatus(response, { ...status, breach: badlyRefused(exchange) }, a)) return null;
  const sight = sightOf(exchange, path);
  if (sight === 'unclear') {
    a.cannot('prerequisite-failed', `${exchange.id} cannot be read as a list of studies`);
    return null;
  }
  if (sight === 'shown' && sightOf(foreign, path) !== 'absent') {
    a.cannot(
      'prerequisite-failed',
      `${foreign.id} does not leave the study out: the server was not seen to heed the key`,
    );
    return null;
  }
  return sight === 'shown';
}

function badlyRefused(exchange: Exchange): NonNullable<StatusExpectation['breach']> {
  const keys = keysAsked(exchange).flatMap(({ key, value }) => (key === 'StudyInstanceUID' ? [] : [`${key}=${value}`]));
  return (seen) => breach('search-badly-refused', { kind: 'status' }, { ...seen, keys });
}

function valueAsked(exchange: Exchange, wanted: string): string {
  return keysAsked(exchange).find(({ key }) => key === wanted)?.value ?? '';
}
