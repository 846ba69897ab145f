import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Handler } from '../../../lib/reference-server/behaviour.ts';
import type { QueryParameter, Request } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import { around, eachJson, firstValue, json, misreading, parameter, without, withQuery } from '../kit/make.ts';

const NO_KEYS = ['limit', 'offset', 'includefield', 'accept', 'fuzzymatching', 'emptyvaluematching'];

function isKey([name]: QueryParameter): boolean {
  return !NO_KEYS.includes(name);
}

/** The key as keyword or as tag. */
function isNamed(name: string, keyword: string, tag: string): boolean {
  return name === keyword || name.toUpperCase() === tag;
}

/** RetrieveURLs of what another search finds. */
async function found(request: Request, archive: Archive, next: Handler): Promise<ReadonlySet<string>> {
  const headers = { ...request.headers, accept: 'application/dicom+json' };
  const { content } = await next({ ...request, headers }, archive);
  const list = content.kind === 'json' && Array.isArray(content.value) ? content.value : [];
  return new Set(list.map((one) => firstValue(one, '00081190')));
}

/** Search. */
export const SEARCH: readonly Defect[] = [
  {
    id: 'limit-before-filter',
    what: 'The limit is applied before the keys: only the first so many studies of the archive are looked at.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search'],
    title: 'a search by key with limit lacks matches that it finds without',
    advice: 'Filter first, and cut the page then.',
    make: () =>
      around('search', async (request, archive, next) => {
        const answer = await next(request, archive);
        const { content } = answer;
        const keys = request.query.filter(isKey);
        if (parameter(request, 'limit') === undefined || keys.length === 0) return answer;
        if (content.kind !== 'json' || !Array.isArray(content.value)) return answer;
        const page = await found({ ...request, query: request.query.filter((one) => !isKey(one)) }, archive, next);
        const value = content.value.filter((one) => page.has(firstValue(one, '00081190')));
        return { ...answer, content: { ...content, value } };
      }),
  },
  {
    id: 'offset-in-pages',
    what: 'offset is read as the number of a page of limit results.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'offset skips limit times as many results',
    advice: 'Skip as many results as offset says.',
    make: () =>
      misreading('search', (request) => {
        const limit = Number(parameter(request, 'limit') ?? 1);
        return withQuery(request, (name, value) => [
          name,
          name === 'offset' && /^\d+$/.test(value) ? String(Number(value) * limit) : value,
        ]);
      }),
  },
  {
    id: 'last-day-of-range-left-out',
    what: 'The end of a range of dates is taken as midnight at its beginning: studies of the last day are not found.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search by a range of StudyDate lacks studies of its last day',
    advice: 'Include both ends of a range.',
    make: () =>
      json('search', (all, request) => {
        const key = request.query.find(([name]) => isNamed(name, 'StudyDate', '00080020'))?.[1] ?? '';
        const [, last] = /-(\d{8})$/.exec(key) ?? [];
        return last ? all.filter((one) => firstValue(one, '00080020') !== last) : all;
      }),
  },
  {
    id: 'question-mark-is-any-run',
    what: 'A question mark in a key matches any number of characters.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'the wildcard ? matches more than one character, or none',
    advice: 'Let ? match exactly one character.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [name, isKey([name, value]) ? value.replaceAll('?', '*') : value]),
      ),
  },
  {
    id: 'first-uid-of-list',
    what: 'Of a list of UIDs in a key only the first is searched for.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search by a list of UIDs finds the first only',
    advice: 'Match every UID of the list.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          /InstanceUID$|^0020000[DE]$|^00080018$/i.test(name) ? (value.split(/[,\\]/)[0] ?? '') : value,
        ]),
      ),
  },
  {
    id: 'patient-id-by-prefix',
    what: 'PatientID matches whatever begins with the key: a search for 12 finds 123 as well.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search by PatientID returns patients whose ID only begins with it',
    advice: 'Match PatientID exactly where the key has no wildcard.',
    make: () =>
      misreading('search', (request) =>
        withQuery(request, (name, value) => [
          name,
          isNamed(name, 'PatientID', '00100020') && value !== '' ? `${value}*` : value,
        ]),
      ),
  },
  {
    id: 'empty-key-matches-empty',
    what: 'A key without a value matches only what has none, where it has to match everything.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search with an empty key finds nothing',
    advice: 'Take an empty key as universal matching.',
    make: () =>
      json('search', (all, { query }) =>
        query.some((one) => isKey(one) && one[1] === '' && /^[A-Z0]/.test(one[0])) ? [] : all,
      ),
  },
  {
    id: 'keys-joined-by-or',
    what: 'Of several keys one is enough: they are joined by OR.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search by two keys returns what matches one of them only',
    advice: 'Return what matches every key.',
    make: () =>
      around('search', async (request, archive, next) => {
        const answer = await next(request, archive);
        const keys = request.query.filter(isKey);
        const { content } = answer;
        if (keys.length < 2 || content.kind !== 'json' || answer.status !== 200) return answer;
        const others = request.query.filter((one) => !isKey(one));
        const known = new Map<string, object>();
        for (const key of keys) {
          const one = await next({ ...request, query: [...others, key] }, archive);
          if (one.content.kind !== 'json' || !Array.isArray(one.content.value)) continue;
          for (const dataSet of one.content.value) known.set(firstValue(dataSet, '00081190'), dataSet);
        }
        return { ...answer, content: { ...content, value: [...known.values()] as typeof content.value } };
      }),
  },
  {
    id: 'study-key-unknown-below',
    what: 'Searches for series and instances of the whole archive ignore the keys of the study, StudyInstanceUID among them.',
    truth: ['wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search for series or instances by StudyInstanceUID or PatientID returns those of other studies',
    advice: 'Match keys of the levels above, or answer 400.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'search' && route.level !== 'studies' && route.study === undefined,
        (request) =>
          withQuery(request, (name, value) =>
            isNamed(name, 'StudyInstanceUID', '0020000D') || isNamed(name, 'PatientID', '00100020')
              ? null
              : [name, value],
          ),
      ),
  },
  {
    id: 'unknown-study-is-no-filter',
    what: 'Series below a study that does not exist are those of the whole archive.',
    truth: ['wrong-patient-or-image', 'exposed'],
    operations: ['search'],
    title: 'a search below an unknown study returns series of others',
    advice: 'Return an empty list, or 404, for a study that does not exist.',
    make: () =>
      around('search', (request, archive, next) => {
        const { study } = request.route;
        if (study === undefined || archive.select({ study }).length > 0) return next(request, archive);
        return next({ ...request, route: { operation: 'search', level: request.route.level } }, archive);
      }),
  },
  {
    id: 'names-in-ascii',
    what: 'Letters beyond ASCII in results of a search are question marks, since the column of the database cannot hold them.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['search'],
    title: 'PatientName in search results has ? in place of letters beyond ASCII',
    advice: 'Keep names in UTF-8 in the database.',
    make: () =>
      eachJson('search', (one) => {
        const name = one['00100010'];
        if (!name?.Value) return one;
        return { ...one, '00100010': JSON.parse(JSON.stringify(name).replace(/[^\x00-\x7f]/g, '?')) as typeof name };
      }),
  },
  {
    id: 'includefield-instead-of-defaults',
    what: 'With includefield only the attributes that it names are returned.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search'],
    title: 'with includefield the attributes that are always required are missing',
    advice: 'Add the attributes of includefield to those that are required.',
    make: () =>
      eachJson('search', (one, request) => {
        const named = request.query.some(([name, value]) => name === 'includefield' && value !== 'all');
        return named ? without(one, '00080030', '00080050', '00080090', '00100030', '00100040', '00200010') : one;
      }),
  },
  {
    id: 'one-modality-of-study',
    what: 'ModalitiesInStudy names the modality of the first series only.',
    truth: ['altered', 'not-found-or-opened', 'some-clients-only', 'cosmetic'],
    operations: ['search'],
    title: 'ModalitiesInStudy lacks modalities of the study',
    advice: 'Name every modality of the series.',
    make: () =>
      eachJson('search', (one) => {
        const all = one['00080061'];
        return all?.Value ? { ...one, '00080061': { vr: 'CS', Value: all.Value.slice(0, 1) } } : one;
      }),
  },
];
