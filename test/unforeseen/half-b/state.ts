import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import { textIn, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, keeping, parameter, parts, refusal } from '../kit/make.ts';

/** What comes with time, load or earlier requests. */
export const STATE: readonly Defect[] = [
  {
    id: 'slow-index',
    what: 'Searches find what was stored only after the server was asked thirty times more.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['search', 'store'],
    title: 'a search does not find what was stored and acknowledged until much later',
    advice: 'Index before the store is acknowledged.',
    make: () => {
      const arrived = new Map<string, number>();
      let count = 0;
      return around(
        () => true,
        (request, archive, next) => {
          count += 1;
          const ready = new Archive();
          for (const one of archive.select()) {
            if (!arrived.has(one.instance)) arrived.set(one.instance, count);
            if (count - (arrived.get(one.instance) ?? 0) >= 30) ready.add(one);
          }
          return next(request, request.route.operation === 'search' ? ready : archive);
        },
      );
    },
  },
  {
    id: 'cursor-shared-by-searches',
    what: 'After a search with offset, the next search without offset goes on where that one ended.',
    truth: ['not-found-or-opened', 'wrong-patient-or-image'],
    operations: ['search'],
    title: 'a search misses results after another search with offset',
    advice: 'Keep no cursor between requests.',
    make: () => {
      let left = 0;
      return around('search', (request, archive, next) => {
        const offset = Number(parameter(request, 'offset') ?? '0');
        const carried = left;
        left = offset > 0 && offset < 1000 ? 1 : 0;
        return next(
          carried > 0 && offset === 0 ? { ...request, query: [...request.query, ['offset', '1']] } : request,
          archive,
        );
      });
    },
  },
  {
    id: 'each-eighth-store-lost',
    what: 'Each eighth instance is acknowledged and not kept, as a queue that overflows loses it.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'an acknowledged instance is not on the server',
    advice: 'Acknowledge only what is on disk.',
    make: () => {
      let count = 0;
      return keeping((instance) => (++count % 8 === 0 ? null : instance));
    },
  },
  {
    id: 'cold-storage-is-404',
    what: 'Files that nobody asked for during sixty requests lie on tape, and their retrieve is answered 404.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['retrieve'],
    title: 'a stored instance is answered 404 after a while though metadata and search have it',
    advice: 'Recall from tape, or answer 503 with Retry-After.',
    make: () => {
      const used = new Map<string, number>();
      let count = 0;
      return around(
        () => true,
        async (request, archive, next) => {
          count += 1;
          const { operation, study = '', series, instance } = request.route;
          const meant = operation === 'retrieve' ? archive.select({ study, series, instance }) : [];
          for (const one of archive.select()) if (!used.has(one.instance)) used.set(one.instance, count);
          if (meant.some((one) => count - (used.get(one.instance) ?? count) > 60)) return refusal(404, 'not found');
          for (const one of meant) used.set(one.instance, count);
          return next(request, archive);
        },
      );
    },
  },
  {
    id: 'second-instance-of-series-without-pixels',
    what: 'Of the second and later instances of a series the retrieve returns files with all pixels black.',
    truth: ['altered', 'data-lost'],
    operations: ['retrieve'],
    title: 'the pixels of a retrieved instance differ from the stored ones (all zero)',
    advice: 'Read the file of each instance.',
    make: () =>
      parts('retrieve', (all, { route }, archive) => {
        const firsts = new Set([
          ...new Map(
            archive
              .select()
              .toReversed()
              .map((one) => [one.series, one.instance]),
          ).values(),
        ]);
        return all.map((part) => {
          const uid = (textIn(part.body, '00080018', 'UI') ?? '').replaceAll('\0', '');
          const isFirst = firsts.has(uid) || route.operation !== 'retrieve';
          return isFirst ? part : { ...part, body: withPixels(part.body, (pixels) => pixels.fill(0)) };
        });
      }),
  },
  {
    id: 'each-tenth-answer-is-the-last-one',
    what: 'Each tenth retrieve or metadata answer is the one before it, as a connection pool with a mix-up returns.',
    truth: ['wrong-patient-or-image'],
    operations: ['retrieve', 'metadata'],
    title: 'an answer holds another resource than the one asked for, now and then',
    advice: 'Find where answers are shared between requests.',
    make: () => {
      let count = 0;
      let last: Answer | null = null;
      return answering(['retrieve', 'metadata'], (answer) => {
        const given = ++count % 10 === 0 && last !== null ? last : answer;
        if (answer.status === 200) last = answer;
        return given;
      });
    },
  },
  {
    id: 'frame-cache-by-number',
    what: 'Frames are cached by series and frame number, so another instance of the series gets the frame of the first.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames', 'bulkdata', 'rendered'],
    title: 'bulk data or frames of one instance are those of another one asked for earlier',
    advice: 'Make the SOPInstanceUID part of the cache key.',
    make: () => {
      const known = new Map<string, Answer>();
      return around(['frames', 'bulkdata', 'rendered'], async (request, archive, next) => {
        const { study, frames = '', element = '', operation, series } = request.route;
        const key = [study, series, operation, frames, element, request.headers.accept].join(' ');
        const answer = await next(request, archive);
        if (answer.status !== 200) return answer;
        const kept = known.get(key) ?? answer;
        known.set(key, kept);
        return kept;
      });
    },
  },
];
