import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Request } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import {
  around,
  eachJson,
  firstValue,
  json,
  misreading,
  parameter,
  refusing,
  without,
  withQuery,
} from '../kit/make.ts';

const NO_KEYS = /^(limit|offset|includefield|fuzzymatching|accept|charset)$/i;

function keys({ query }: Request): Request['query'] {
  return query.filter(([name]) => !NO_KEYS.test(name));
}

function studyDate(request: Request): string {
  return parameter(request, 'StudyDate') ?? parameter(request, '00080020') ?? '';
}

/** Searches. */
export const SEARCH: readonly Defect[] = [
  {
    id: 'open-date-range-finds-nothing',
    what: 'A range of dates with an open end, such as 20200101-, finds nothing.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search with an open range of StudyDate does not find a study within it',
    advice: 'Support ranges that are open on one side.',
    make: () => json('search', (all, request) => (/^(\d{8}-|-\d{8})$/.test(studyDate(request)) ? [] : all)),
  },
  {
    id: 'end-of-date-range-excluded',
    what: 'The last day of a range of dates does not belong to it.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search with a range that ends on the StudyDate does not find the study',
    advice: 'Include both ends of a range.',
    make: () =>
      json('search', (all, request) => {
        const [, end] = /^(?:\d{8})?-(\d{8})$/.exec(studyDate(request)) ?? [];
        return end === undefined ? all : all.filter((one) => firstValue(one, '00080020') < end);
      }),
  },
  {
    id: 'offset-counted-from-one',
    what: 'offset is counted from 1, so that offset=1 skips nothing and pages overlap by one.',
    truth: ['some-clients-only', 'not-found-or-opened', 'wrong-patient-or-image'],
    operations: ['search'],
    title: 'offset=1 does not skip the first result',
    advice: 'Skip as many results as offset says.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          name === 'offset' && Number(value) > 0 ? String(Number(value) - 1) : value,
        ]),
      ),
  },
  {
    id: 'limit-without-effect',
    what: 'The parameter limit is ignored.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['search'],
    title: 'a search with limit=1 returns more than one result',
    advice: 'Return at most as many results as limit says.',
    make: () =>
      misreading('search', (request) => withQuery(request, (name, value) => (name === 'limit' ? null : [name, value]))),
  },
  {
    id: 'unknown-parameter-refused',
    what: 'A query parameter that the server does not know makes it answer 400.',
    truth: ['some-clients-only'],
    operations: ['search'],
    title: 'an unknown query parameter is refused with 400 instead of being ignored',
    advice: 'Ignore parameters that are not supported.',
    make: () =>
      refusing(
        ({ route, query }) =>
          route.operation === 'search' &&
          query.some(([name]) => !NO_KEYS.test(name) && !/^([0-9A-Fa-f]{8}|[A-Z][A-Za-z]+)(\.|$)/.test(name)),
        400,
        'unknown query parameter',
      ),
  },
  {
    id: 'first-uid-of-a-list-only',
    what: 'Of a list of UIDs as a search key only the first is looked for.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search for a list of UIDs finds only the first of them',
    advice: 'Match each UID of the list.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          /^[\d.]+[,\\]/.test(value) ? (value.split(/[,\\]/)[0] ?? '') : value,
        ]),
      ),
  },
  {
    id: 'several-keys-any-of-them',
    what: 'A search with several keys returns what matches any of them instead of all.',
    truth: ['wrong-patient-or-image', 'some-clients-only'],
    operations: ['search'],
    title: 'a search with two keys returns what matches only one of them',
    advice: 'Combine keys by AND.',
    make: () =>
      around('search', async (request, archive, next) => {
        const all = keys(request);
        const answer = await next(request, archive);
        if (all.length < 2 || answer.content.kind !== 'json') return answer;
        const others = request.query.filter(([name]) => NO_KEYS.test(name));
        const found = new Map<string, DicomJsonDataSet>();
        for (const key of all) {
          const { content } = await next({ ...request, query: [key, ...others] }, archive);
          if (content.kind !== 'json') continue;
          for (const one of content.value as DicomJsonDataSet[])
            found.set(['0020000D', '0020000E', '00080018'].map((tag) => firstValue(one, tag)).join(), one);
        }
        return { ...answer, content: { ...answer.content, value: [...found.values()] } };
      }),
  },
  {
    id: 'instances-of-series-are-of-study',
    what: 'The search for the instances of a series lists those of the whole study.',
    truth: ['wrong-patient-or-image', 'some-clients-only'],
    operations: ['search'],
    title: 'the search below a series also lists instances of another series',
    advice: 'List the instances of the series of the path only.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'search' && route.level === 'instances' && route.series !== undefined,
        (request) => {
          const { series: _, ...route } = request.route;
          return { ...request, route };
        },
      ),
  },
  {
    id: 'empty-key-matches-nothing',
    what: 'A search key with an empty value matches nothing instead of everything.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'a search with an empty key value (universal matching) finds nothing',
    advice: 'Treat an empty value as universal matching.',
    make: () => json('search', (all, request) => (keys(request).some(([, value]) => value === '') ? [] : all)),
  },
  {
    id: 'series-without-count',
    what: 'Results of a search for series lack NumberOfSeriesRelatedInstances.',
    truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
    operations: ['search'],
    title: 'series results lack NumberOfSeriesRelatedInstances',
    advice: 'Return the required attributes of the level.',
    make: () =>
      eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'series',
        (one) => without(one, '00201209'),
      ),
  },
  {
    id: 'series-url-is-of-study',
    what: 'RetrieveURL of each series in search results is that of its study.',
    truth: ['wrong-patient-or-image', 'some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'the RetrieveURL of a series leads to the whole study',
    advice: 'Give /studies/{study}/series/{series}.',
    make: () =>
      eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'series',
        (one) => {
          const url = firstValue(one, '00081190').replace(/\/series\/.*/, '');
          return url ? { ...one, '00081190': { vr: 'UR', Value: [url] } } : one;
        },
      ),
  },
  {
    id: 'star-at-the-start-finds-nothing',
    what: 'An asterisk works at the end of a search value only: a value that begins with one finds nothing.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search value that begins with * finds nothing',
    advice: 'Support wildcards at every place.',
    make: () => json('search', (all, request) => (keys(request).some(([, value]) => /^\*./.test(value)) ? [] : all)),
  },
  {
    id: 'patient-id-as-prefix',
    what: 'PatientID matches what begins with the value: a search for ID1 also finds ID10.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search by PatientID returns studies whose PatientID only begins with the value',
    advice: 'Match the whole value where it has no wildcard.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          (name === 'PatientID' || name === '00100020') && value ? `${value}*` : value,
        ]),
      ),
  },
];
