import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import { around, eachJson, firstValue, items, json, parameter, withQuery } from '../kit/make.ts';

/** What comes with time, repetition or concurrency. */
export const STATE: readonly Defect[] = [
  {
    id: 'index-one-store-behind',
    what: 'Searches do not find what the latest store brought: the index is written with the next store.',
    truth: ['not-found-or-opened'],
    operations: ['search', 'store'],
    title: 'a search does not find what was just stored',
    advice: 'Commit the index with each store.',
    make: () => {
      let latest = new Set<string>();
      return around(['search', 'store'], async (request, archive, next) => {
        if (request.route.operation === 'store') {
          const before = new Set(archive.select());
          const answer = await next(request, archive);
          const added = archive.select().filter((one) => !before.has(one));
          if (added.length > 0) latest = new Set(added.map(({ instance }) => instance));
          return answer;
        }
        const indexed = archive.copy();
        for (const one of indexed.select()) if (latest.has(one.instance)) indexed.remove(one);
        return next(request, indexed);
      });
    },
  },
  {
    id: 'stored-again-listed-twice',
    what: 'An instance that is stored a second time is listed twice in searches for instances.',
    truth: ['altered', 'some-clients-only', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['store', 'search'],
    title: 'an instance is listed twice after it was stored again',
    advice: 'Keep one row for each SOPInstanceUID.',
    make: () => {
      const twice = new Set<string>();
      return [
        around('store', async (request, archive, next) => {
          const before = new Set(archive.select().map(({ instance }) => instance));
          const answer = await next(request, archive);
          if (answer.content.kind !== 'json' || Array.isArray(answer.content.value)) return answer;
          const sequence = (answer.content.value as DicomJsonDataSet)['00081199'];
          for (const item of sequence ? items(sequence) : []) {
            const uid = firstValue(item, '00081155');
            if (before.has(uid)) twice.add(uid);
          }
          return answer;
        }),
        json(
          ({ route }) => route.operation === 'search' && route.level === 'instances',
          (all) => all.flatMap((one) => (twice.has(firstValue(one, '00080018')) ? [one, one] : [one])),
        ),
      ];
    },
  },
  {
    id: 'answer-of-the-request-before',
    what: 'Each fourth request of frames or bulk data gets the answer to the one before it, from a buffer that is shared.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['frames', 'bulkdata'],
    title: 'frames or bulk data of an instance are those of another one',
    advice: 'Do not share buffers between requests.',
    make: () => {
      let last: Answer | undefined;
      let count = 0;
      return around(['frames', 'bulkdata'], async (request, archive, next) => {
        const answer = await next(request, archive);
        if (answer.status !== 200) return answer;
        const before = last;
        last = answer;
        return ++count % 4 === 0 && before ? before : answer;
      });
    },
  },
  {
    id: 'count-stays-as-at-first',
    what: 'NumberOfStudyRelatedInstances stays what it was when the study was first searched for.',
    truth: ['altered', 'not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'NumberOfStudyRelatedInstances is not the number of instances of the study',
    advice: 'Count again after each store and delete.',
    make: () => {
      const counts = new Map<string, DicomJsonDataSet[string]>();
      return eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'studies',
        (one) => {
          const [uid, count] = [firstValue(one, '0020000D'), one['00201208']];
          if (!count) return one;
          const first = counts.get(uid) ?? count;
          counts.set(uid, first);
          return { ...one, '00201208': first };
        },
      );
    },
  },
  {
    id: 'pages-overlap',
    what: 'The order of results changes from search to search, so that pages by limit and offset overlap and miss some.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search'],
    title: 'pages by limit and offset repeat results and miss others',
    advice: 'Give results a stable order.',
    make: () => {
      let turns = 0;
      return around('search', async (request, archive, next) => {
        const [limit, offset] = [parameter(request, 'limit'), Number(parameter(request, 'offset') ?? 0)];
        const isPaging = (name: string) => name === 'limit' || name === 'offset';
        const answer = await next(request, archive);
        if (answer.status >= 300 || answer.content.kind !== 'json') return answer;
        const whole = await next(
          withQuery(request, (name, value) => (isPaging(name) ? null : [name, value])),
          archive,
        );
        if (whole.content.kind !== 'json') return answer;
        const all = whole.content.value as DicomJsonDataSet[];
        const start = all.length > 0 ? ++turns % all.length : 0;
        const turned = [...all.slice(start), ...all.slice(0, start)];
        const value = turned.slice(offset, limit === undefined ? undefined : offset + Number(limit));
        return { ...answer, content: { ...answer.content, value } };
      });
    },
  },
  {
    id: 'second-store-replaces-study',
    what: 'A second store to a study replaces what the study had before.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'instances of a study are gone after further ones were stored to it',
    advice: 'Add to the study that is there.',
    make: () =>
      around('store', async (request, archive, next) => {
        const before = archive.select();
        const known = new Set(before);
        const answer = await next(request, archive);
        const grown = new Set(
          archive
            .select()
            .filter((one) => !known.has(one))
            .map(({ study }) => study),
        );
        for (const one of before) if (grown.has(one.study)) archive.remove(one);
        return answer;
      }),
  },
  {
    id: 'study-metadata-of-first-request',
    what: 'Metadata of a study are made at the first request and kept: instances that are stored later are missing.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['metadata'],
    title: 'metadata of a study lack instances that were stored later',
    advice: 'Make the metadata again when the study grows.',
    make: () => {
      const known = new Map<string, Answer>();
      return around(
        ({ route }) => route.operation === 'metadata' && route.level !== 'instances',
        async (request, archive, next) => {
          const key = `${request.path} ${request.headers.accept}`;
          const answer = await next(request, archive);
          if (answer.status !== 200) return answer;
          const first = known.get(key) ?? answer;
          known.set(key, first);
          return first;
        },
      );
    },
  },
];
