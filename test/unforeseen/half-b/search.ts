import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { textIn } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  around,
  eachJson,
  firstValue,
  header,
  json,
  misreading,
  onTheWire,
  parameter,
  without,
  withQuery,
  withText,
} from '../kit/make.ts';

/** Searches that find too little, too much or something else. */
export const SEARCH: readonly Defect[] = [
  {
    id: 'no-match-is-null',
    what: 'A search without a match is answered 200 with the JSON text null.',
    truth: ['some-clients-only'],
    operations: ['search'],
    title: 'a search without results returns null instead of []',
    advice: 'Return an empty list.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'search' && /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => (text === '[]' ? 'null' : text)),
      ),
  },
  {
    id: 'search-with-key-ignores-study-in-path',
    what: 'A search with a UID key ignores the study of the path and finds what is in another study.',
    truth: ['wrong-patient-or-image', 'some-clients-only'],
    operations: ['search'],
    title: 'GET /studies/{other}/series?SeriesInstanceUID= returns a series of another study',
    advice: 'Apply path and keys together.',
    make: () =>
      misreading(
        ({ route, query }) => route.operation === 'search' && query.some(([, value]) => /^2\.25\./.test(value)),
        (request) => {
          const { study: _, series: __, ...route } = request.route;
          return { ...request, route };
        },
      ),
  },
  {
    id: 'order-changes-each-time',
    what: 'The order of results is another one at each request, so pages overlap.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'pages of a search overlap since the order changes between requests',
    advice: 'Sort results by something that does not change.',
    make: () => {
      let turn = 0;
      return around('search', async (request, archive, next) => {
        const [limit, offset] = [parameter(request, 'limit'), Number(parameter(request, 'offset') ?? '0')];
        const whole = await next(
          withQuery(request, (name, value) => (name === 'limit' || name === 'offset' ? null : [name, value])),
          archive,
        );
        if (whole.content.kind !== 'json' || whole.status !== 200) return whole;
        const all = whole.content.value as DicomJsonDataSet[];
        if (++turn % 2 === 0) all.reverse();
        const value = all.slice(offset, limit === undefined ? undefined : offset + Number(limit));
        const real = await next(request, archive);
        return real.content.kind === 'json' ? { ...real, content: { ...real.content, value } } : real;
      });
    },
  },
  {
    id: 'search-ignores-series-in-path',
    what: 'The search of instances in a series returns those of the whole study.',
    truth: ['wrong-patient-or-image', 'some-clients-only'],
    operations: ['search'],
    title: 'GET /studies/{study}/series/{series}/instances returns instances of another series',
    advice: 'Filter by the series of the path.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'search' && route.level === 'instances',
        (request) => {
          const { series: _, ...route } = request.route;
          return { ...request, route };
        },
      ),
  },
  {
    id: 'date-range-excludes-end',
    what: 'A date range does not find what has the last day of the range.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a range of StudyDate does not include its last day',
    advice: 'Include both ends of a range.',
    make: () =>
      json('search', (all, request) => {
        const end = parameter(request, 'StudyDate')?.split('-')[1] ?? parameter(request, '00080020')?.split('-')[1];
        return end ? all.filter((one) => firstValue(one, '00080020') !== end) : all;
      }),
  },
  {
    id: 'names-of-another-row',
    what: 'The patient name in search results of studies is that of the study which was stored last.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['search'],
    title: 'PatientName in a search result is that of another patient',
    advice: 'Join patient and study by their keys.',
    make: () =>
      eachJson('search', (one, _request, archive) => {
        const last = archive.select().at(-1);
        const name = last && textIn(last.bytes, '00100010', 'PN');
        return one['00100010'] && name
          ? { ...one, '00100010': { vr: 'PN', Value: [{ Alphabetic: name.trim().split('=')[0] ?? '' }] } }
          : one;
      }),
  },
  {
    id: 'retrieve-url-of-study-for-all',
    what: 'The Retrieve URL of series and instances in search results is that of the study.',
    truth: ['some-clients-only', 'wrong-patient-or-image'],
    operations: ['search'],
    title: 'RetrieveURL of a series or instance leads to the whole study',
    advice: 'Give the URL of the entity itself.',
    make: () =>
      eachJson('search', (one) =>
        one['00081190']
          ? { ...one, '00081190': { vr: 'UR', Value: [firstValue(one, '00081190').replace(/\/series.*/, '')] } }
          : one,
      ),
  },
  {
    id: 'offset-counts-pages',
    what: 'The parameter offset counts pages of limit results instead of results.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'offset=2&limit=2 leaves out results: offset is read as a page number',
    advice: 'Skip offset results.',
    make: () =>
      misreading('search', (request) => {
        const limit = Number(parameter(request, 'limit') ?? '1');
        return withQuery(request, (name, value) => [
          name,
          name === 'offset' && /^\d+$/.test(value) ? String(Number(value) * limit) : value,
        ]);
      }),
  },
  {
    id: 'relational-search-without-parents',
    what: 'Results of /instances and /series have no StudyInstanceUID.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'results of GET /series and /instances lack StudyInstanceUID',
    advice: 'Return the UIDs of the levels above in relational searches.',
    make: () =>
      eachJson('search', (one, { route }) =>
        route.study === undefined && route.level !== 'studies' ? without(one, '0020000D', '0020000E') : one,
      ),
  },
  {
    id: 'two-results-at-most',
    what: 'A search without limit returns two results at most and does not say that there are more.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search'],
    title: 'a search returns 2 of 3 instances without a Warning that results are missing',
    advice: 'Return all results, or warn with the number that remains.',
    make: () =>
      json('search', (all, request) =>
        parameter(request, 'limit') === undefined && parameter(request, 'offset') === undefined ? all.slice(0, 2) : all,
      ),
  },
  {
    id: 'names-found-by-one-letter',
    what: 'A search by PatientName finds everyone whose name has the second letter of it.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search by PatientName returns patients with another name',
    advice: 'Compare the whole name.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          name === 'PatientName' && value.length > 1 ? `*${value[1]}*` : value,
        ]),
      ),
  },
  {
    id: 'study-time-key-compared-as-text',
    what: 'Ranges of StudyTime find nothing.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a range of StudyTime does not find the study',
    advice: 'Match ranges of times.',
    make: () => json('search', (all, request) => (/-/.test(parameter(request, 'StudyTime') ?? '') ? [] : all)),
  },
  {
    id: 'open-date-range-turned-round',
    what: 'An open range until a day is read as from that day.',
    truth: ['not-found-or-opened', 'wrong-patient-or-image'],
    operations: ['search'],
    title: 'StudyDate=-20200922 is treated as 20200922-',
    advice: 'Read -date as until the date.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          /^-\d{8}$/.test(value) ? `${value.slice(1)}-` : /^\d{8}-$/.test(value) ? `-${value.slice(0, 8)}` : value,
        ]),
      ),
  },
  {
    id: 'limit-ignored',
    what: 'The parameter limit has no effect.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['search'],
    title: 'limit=1 returns more than one result',
    advice: 'Return no more than limit results.',
    make: () =>
      misreading('search', (request) => withQuery(request, (name, value) => (name === 'limit' ? null : [name, value]))),
  },
  {
    id: 'keys-joined-by-or',
    what: 'A search with two keys returns what matches either of them.',
    truth: ['wrong-patient-or-image', 'not-found-or-opened'],
    operations: ['search'],
    title: 'a search with two keys returns results that match only one of them',
    advice: 'Combine keys by AND.',
    make: () =>
      around('search', async (request, archive, next) => {
        const keys = request.query.filter(([name]) => !/^(limit|offset|includefield|fuzzymatching)$/.test(name));
        const answer = await next(request, archive);
        const { content } = answer;
        if (keys.length < 2 || content.kind !== 'json' || !Array.isArray(content.value) || content.value.length > 0)
          return answer;
        const [first] = keys;
        return first ? next({ ...request, query: [first] }, archive) : answer;
      }),
  },
  {
    id: 'offset-ignored',
    what: 'The parameter offset has no effect: each page is the first.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'offset has no effect, so further pages repeat the first',
    advice: 'Skip offset results.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => (name === 'offset' ? null : [name, value])),
      ),
  },
  {
    id: 'study-once-per-series',
    what: 'A study with several series is listed once for each of them in searches for studies.',
    truth: ['some-clients-only', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['search'],
    title: 'one study is returned twice by a search for studies',
    advice: 'Return each study once (DISTINCT).',
    make: () =>
      json(
        ({ route }) => route.operation === 'search' && route.level === 'studies',
        (all) => all.flatMap((one) => Array.from({ length: Number(firstValue(one, '00201206') || '1') }, () => one)),
      ),
  },
  {
    id: 'uid-list-first-only',
    what: 'Of a list of UIDs as a search value only the first is looked for.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search for several UIDs returns only the first',
    advice: 'Match any UID of the list.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          /^[\d.]+[,\\][\d.,\\]+$/.test(value) ? (value.split(/[,\\]/)[0] ?? '') : value,
        ]),
      ),
  },
];
