import { sightOf } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { keysAsked } from './asked.ts';

/** A search that may find a study, and its twin that did. */
interface Liberty {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly path: ResourcePath;
}

const FOUND = { pass: [200, 204], info: { 400: 'refused, as a server may that does not match so' } };

/** QIDO-041: whether a name is found in another case is left to the server, and recorded. */
export function recordsCaseOfNames({ exchange, twin, path }: Liberty): Finding {
  return assess('QIDO-041', 'matches names with or without regard to case', [exchange, twin], (a) => {
    if (sightOf(twin, path) !== 'shown') {
      a.cannot('prerequisite-failed', 'the name as it is stored does not find the study');
      return;
    }
    const response = completeResponse(exchange, a);
    if (!response || !assessStatus(response, { ...FOUND, code: 'search-no-match-status' }, a)) return;
    a.note(
      sightOf(exchange, path) === 'shown' ? 'a name is found in another case' : 'a name is not found in another case',
    );
  });
}

/** QIDO-041: the beginning of a name with an asterisk finds it; that it does not is a warning. */
export function findsNamesByTheirBeginning({ exchange, twin, path }: Liberty): Finding {
  return assess('QIDO-041', 'finds a name by its beginning', [exchange, twin], (a) => {
    if (sightOf(twin, path) !== 'shown') {
      a.cannot('prerequisite-failed', 'the name as it is stored does not find the study');
      return;
    }
    const response = completeResponse(exchange, a);
    if (!response || !assessStatus(response, { ...FOUND, code: 'search-no-match-status' }, a)) return;
    const value = keysAsked(exchange).find(({ key }) => key === 'PatientName')?.value ?? '';
    a.should(sightOf(exchange, path) === 'shown', () =>
      breach('search-finds-no-beginning-of-name', { kind: 'exchange' }, { value }),
    );
  });
}

/**
 * QIDO-047: a range of dates with a range of times is one interval. `outside` lies in both ranges' days and not in the
 * interval. A server that matches the two apart is a warning: many do, and users seldom see it.
 */
export function joinsDateAndTime({ exchange, twin, path }: Liberty): Finding {
  return assess('QIDO-047', 'takes a range of dates and one of times as one interval', [exchange, twin], (a) => {
    if (sightOf(twin, path) !== 'shown') {
      a.cannot('prerequisite-failed', 'the date as it is stored does not find the study');
      return;
    }
    const response = completeResponse(exchange, a);
    if (!response || !assessStatus(response, { ...FOUND, code: 'search-no-match-status' }, a)) return;
    const keys = keysAsked(exchange);
    const askedFor = (wanted: string) => keys.find(({ key }) => key === wanted)?.value ?? '';
    const asked = { dates: askedFor('StudyDate'), times: askedFor('StudyTime') };
    a.should(sightOf(exchange, path) === 'shown', () =>
      breach('search-parts-date-and-time', { kind: 'exchange' }, asked),
    );
  });
}
