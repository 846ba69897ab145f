import { on } from '../../changes/answers.ts';
import { changeAttribute } from '../../changes/attributes.ts';
import { changeQuery } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Request } from '../../message.ts';
import type { Fault } from '../fault.ts';

const search = on('search');

/** Whether a search asks for a range of dates together with times. */
function isMoment({ query }: Pick<Request, 'query'>): boolean {
  return (
    query.some(([name]) => name === 'StudyTime') &&
    query.some(([name, value]) => name === 'StudyDate' && value.includes('-'))
  );
}

/** Faults of searches that only show with data which the tutorial's study has not. */
export const SEARCH_DATA: readonly Fault[] = [
  {
    id: 'timezone-with-colon',
    title: 'returns TimezoneOffsetFromUTC with a colon',
    scenarios: ['ct-T12'],
    requirements: ['QIDO-023'],
    breach: 'search-timezone-malformed',
    behaviour: () => changeAttribute(search, '00080201', (value) => ({ ...value, Value: ['+09:00'] })),
  },
  {
    id: 'first-modality-only',
    title: 'finds a study by the first of its modalities only',
    scenarios: ['ct-one-of-several-values'],
    requirements: ['QIDO-050'],
    breach: 'search-misses-by-key',
    behaviour: () =>
      changeQuery(search, (query) =>
        query.map(([name, value]) => [name, name === 'ModalitiesInStudy' && value === 'SR' ? 'NONE' : value] as const),
      ),
  },
  {
    id: 'name-beginnings-not-found',
    title: 'matches wildcards in names literally',
    scenarios: ['names-and-moments'],
    requirements: ['QIDO-041'],
    breach: 'search-finds-no-beginning-of-name',
    behaviour: () =>
      changeQuery(search, (query) =>
        query.map(([name, value]) => [name, name === 'PatientName' ? value.replaceAll('*', '#') : value] as const),
      ),
  },
  {
    id: 'name-wildcards-fail',
    title: 'answers 500 to a wildcard in a name',
    scenarios: ['names-and-moments'],
    requirements: ['QIDO-041'],
    breach: 'search-badly-refused',
    behaviour: () =>
      refuse(
        (request) =>
          search(request) && request.query.some(([name, value]) => name === 'PatientName' && value.includes('*')),
        500,
        'failed',
      ),
  },
  {
    id: 'date-and-time-refused',
    title: 'answers 400 to a range of dates together with one of times',
    scenarios: ['names-and-moments'],
    requirements: ['QIDO-047'],
    breach: 'search-badly-refused',
    behaviour: () => refuse((request) => search(request) && isMoment(request), 400, 'one range at a time'),
  },
  {
    id: 'date-and-time-apart',
    title: 'matches a range of dates and one of times as two conditions',
    scenarios: ['names-and-moments'],
    requirements: ['QIDO-047'],
    breach: 'search-parts-date-and-time',
    behaviour: () =>
      changeQuery(search, (query) => (isMoment({ query }) ? query.filter(([name]) => name !== 'StudyDate') : query)),
  },
  {
    id: 'limit-zero-fails',
    title: 'answers 500 to limit=0',
    scenarios: ['names-and-moments'],
    requirements: ['QIDO-063'],
    breach: 'limit-zero-badly-refused',
    behaviour: () =>
      refuse(
        ({ query, route }) =>
          route.operation === 'search' && query.some(([name, value]) => name === 'limit' && value === '0'),
        500,
        'failed',
      ),
  },
];
