import type { Answer, Request } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import { around, eachJson, firstValue, refusal } from '../kit/make.ts';

function urlOf({ path, rawQuery, headers }: Request): string {
  return [path, rawQuery, headers.accept].join(' ');
}

/** Caches, counters and requests at the same time. */
export const STATE: readonly Defect[] = [
  {
    id: 'empty-results-kept',
    what: 'A search that found nothing once is answered from the cache with nothing for ever.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search', 'store'],
    title: 'a search that was empty before the store stays empty after it',
    advice: 'Drop cached results when something is stored.',
    make: () => {
      const empty = new Map<string, Answer>();
      return around('search', async (request, archive, next) => {
        const known = empty.get(urlOf(request));
        if (known) return known;
        const answer = await next(request, archive);
        const { content } = answer;
        if (content.kind === 'json' && Array.isArray(content.value) && content.value.length === 0)
          empty.set(urlOf(request), answer);
        return answer;
      });
    },
  },
  {
    id: 'not-found-kept',
    what: 'A 404 to a retrieve or to metadata is cached: what is stored later stays 404.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['retrieve', 'metadata', 'store'],
    title: 'what was asked for before it was stored is 404 afterwards too',
    advice: 'Do not cache 404, or drop it with a store.',
    make: () => {
      const missing = new Map<string, Answer>();
      return around(['retrieve', 'metadata', 'frames', 'rendered'], async (request, archive, next) => {
        const known = missing.get(request.path);
        if (known) return known;
        const answer = await next(request, archive);
        if (answer.status === 404) missing.set(request.path, answer);
        return answer;
      });
    },
  },
  {
    id: 'metadata-cached-by-series',
    what: 'The cache of metadata of instances has the series as its key: the second instance of a series gets those of the first.',
    truth: ['wrong-patient-or-image'],
    operations: ['metadata'],
    title: 'metadata of an instance are those of another instance of its series',
    advice: 'Make the instance part of the key of the cache.',
    make: () => {
      const known = new Map<string, Answer>();
      return around(
        ({ route }) => route.operation === 'metadata' && route.level === 'instances',
        async (request, archive, next) => {
          const key = [request.route.series, request.headers.accept].join(' ');
          const answer = await next(request, archive);
          if (answer.status !== 200) return answer;
          known.set(key, known.get(key) ?? answer);
          return known.get(key) ?? answer;
        },
      );
    },
  },
  {
    id: 'frames-cached-without-number',
    what: 'The cache of frames has the instance as its key: every frame after the first request is that one.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames'],
    title: 'a frame comes back as another frame of the same image that was asked for before',
    advice: 'Make the frame list part of the key of the cache.',
    make: () => {
      const known = new Map<string, Answer>();
      return around('frames', async (request, archive, next) => {
        const answer = await next(request, archive);
        const several = (request.route.frames ?? '').includes(',');
        const key = [request.route.instance, request.headers.accept].join(' ');
        if (answer.status !== 200 || several) return answer;
        known.set(key, known.get(key) ?? answer);
        return known.get(key) ?? answer;
      });
    },
  },
  {
    id: 'pictures-cached-without-query',
    what: 'The cache of pictures leaves the query out of its key: another window or viewport gets the first picture.',
    truth: ['altered', 'some-clients-only'],
    operations: ['rendered'],
    title: 'a picture with rendering parameters is that of an earlier request without them',
    advice: 'Make the query part of the key of the cache.',
    make: () => {
      const known = new Map<string, Answer>();
      return around('rendered', async (request, archive, next) => {
        const answer = await next(request, archive);
        const key = [request.path, request.headers.accept].join(' ');
        if (answer.status !== 200) return answer;
        known.set(key, known.get(key) ?? answer);
        return known.get(key) ?? answer;
      });
    },
  },
  {
    id: 'counts-of-first-search',
    what: 'Numbers of series and instances of a study are those of the first time that it was found, whatever is stored or deleted later.',
    truth: ['altered', 'some-clients-only', 'cosmetic', 'not-found-or-opened'],
    operations: ['search', 'store', 'delete'],
    title: 'NumberOfStudyRelatedInstances does not follow a store or delete',
    advice: 'Count again, or update the counters with each store and delete.',
    make: () => {
      const counts = new Map<string, ReturnType<typeof pickCounts>>();
      const pickCounts = (one: Parameters<typeof firstValue>[0]) =>
        Object.fromEntries(Object.entries(one).filter(([tag]) => /^0020120[689]$/.test(tag)));
      return eachJson('search', (one) => {
        const url = firstValue(one, '00081190');
        counts.set(url, counts.get(url) ?? pickCounts(one));
        return { ...one, ...counts.get(url) };
      });
    },
  },
  {
    id: 'every-fifth-search-from-replica',
    what: 'Every fifth search is answered by a replica that has not yet got the study stored last.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search'],
    title: 'a search lacks a stored study now and then',
    advice: 'Read from the primary after a store, or wait for the replica.',
    make: () => {
      let count = 0;
      return around('search', async (request, archive, next) => {
        count += 1;
        const last = [...archive.studies()].at(-1);
        if (count % 5 !== 0 || last === undefined) return next(request, archive);
        const seen = archive.copy();
        seen.remove({ study: last });
        return next(request, seen);
      });
    },
  },
  {
    id: 'second-retrieve-empty',
    what: 'The second retrieve of an instance reads a stream that is at its end, and answers 200 with an empty part.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['retrieve'],
    title: 'a second GET of an instance returns an empty file',
    advice: 'Open the file anew for each request.',
    make: () => {
      const read = new Set<string>();
      return around(
        ({ route }) => route.operation === 'retrieve' && route.level === 'instances',
        async (request, archive, next) => {
          const answer = await next(request, archive);
          const { content } = answer;
          if (answer.status !== 200) return answer;
          if (!read.has(request.path)) {
            read.add(request.path);
            return answer;
          }
          const body = Buffer.alloc(0);
          if (content.kind === 'bytes') return { ...answer, content: { ...content, bytes: body } };
          if (content.kind !== 'multipart') return answer;
          return { ...answer, content: { ...content, parts: content.parts.map(({ headers }) => ({ headers, body })) } };
        },
      );
    },
  },
  {
    id: 'old-files-on-tape',
    what: 'Only the forty files that were stored last can be retrieved; older ones are found and are 404, gone to a tape that nobody mounts.',
    truth: ['data-lost', 'not-found-or-opened'],
    operations: ['retrieve', 'store'],
    title: 'an instance that a search finds is 404 once others were stored',
    advice: 'Keep what was acknowledged, or say 503 with Retry-After while it is brought back.',
    make: () =>
      around(['retrieve', 'frames'], (request, archive, next) => {
        const recent = new Set(archive.select().slice(-40));
        const { study = '', series, instance } = request.route;
        const wanted = archive.select({ study, series, instance });
        return wanted.some((one) => !recent.has(one)) ? refusal(404, 'file not online') : next(request, archive);
      }),
  },
  {
    id: 'overlapping-stores-lose-index',
    what: 'Of stores that overlap in time only the one that ends last gets into the index; what the others brought is retrieved but never found.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['store', 'search'],
    title: 'instances stored at the same time as others are not found by a search',
    advice: 'Lock the index, or add to it in a transaction.',
    make: () => {
      let running = 0;
      const unindexed = new Set<string>();
      return [
        around('store', async (request, archive, next) => {
          const before = new Set(archive.select());
          running += 1;
          const answer = await next(request, archive);
          const added = archive.select().filter((one) => !before.has(one));
          await new Promise((resolve) => setTimeout(resolve, 5));
          running -= 1;
          if (running > 0) for (const { instance } of added) unindexed.add(instance);
          return answer;
        }),
        around('search', (request, archive, next) => {
          if (unindexed.size === 0) return next(request, archive);
          const seen = archive.copy();
          for (const one of archive.select()) if (unindexed.has(one.instance)) seen.remove(one);
          return next(request, seen);
        }),
      ];
    },
  },
];
