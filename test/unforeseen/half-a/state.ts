import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import { around, eachJson, json, refusal } from '../kit/make.ts';

/** What comes with time, load or earlier requests. */
export const STATE: readonly Defect[] = [
  {
    id: 'second-patient-merged-into-first',
    what: 'The name of a patient in searches is always that of the test patient which the installation stored first.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['search'],
    title: 'PatientName in search results is that of another patient',
    advice: 'Join patients by PatientID.',
    make: () =>
      eachJson('search', (one) =>
        one['00100010'] ? { ...one, '00100010': { vr: 'PN', Value: [{ Alphabetic: 'INSTALLATION^TEST' }] } } : one,
      ),
  },
  {
    id: 'replica-lags',
    what: 'Each second search goes to a replica which has what was stored only after forty further requests.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search does not find what was stored, now and then',
    advice: 'Read from a replica only what it has, or wait for replication.',
    make: () => {
      const arrived = new Map<string, number>();
      let [count, searches] = [0, 0];
      return around(
        () => true,
        async (request, archive, next) => {
          count += 1;
          for (const { instance } of archive.select()) if (!arrived.has(instance)) arrived.set(instance, count);
          if (request.route.operation !== 'search' || ++searches % 2 === 0) return next(request, archive);
          const replica = new Archive();
          for (const one of archive.select()) if (count - (arrived.get(one.instance) ?? 0) > 40) replica.add(one);
          return next(request, replica);
        },
      );
    },
  },
  {
    id: 'each-fifteenth-retrieve-502',
    what: 'Each ninth retrieve of files is answered 502 by the load balancer.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['retrieve'],
    title: 'a retrieve is answered 502 now and then',
    advice: 'Find the backend that fails; health checks in the load balancer.',
    make: () => {
      let count = 0;
      return around('retrieve', (request, archive, next) =>
        ++count % 9 === 0 ? refusal(502, 'Bad Gateway') : next(request, archive),
      );
    },
  },
  {
    id: 'cache-without-query',
    what: 'A cache in front of searches keys its entries by the path without the query, for the next three requests of that path.',
    truth: ['wrong-patient-or-image', 'not-found-or-opened'],
    operations: ['search'],
    title: 'a search returns the results of another search: the query is ignored',
    advice: 'Make the query part of the cache key.',
    make: () => {
      const known = new Map<string, { readonly answer: Answer; left: number }>();
      return around('search', async (request, archive, next) => {
        const entry = known.get(request.path);
        if (entry && entry.left-- > 0) return entry.answer;
        const answer = await next(request, archive);
        known.set(request.path, { answer, left: 3 });
        return answer;
      });
    },
  },
  {
    id: 'metadata-thin-after-a-while',
    what: 'From the second request on, metadata of an instance come from a cache that has no private attributes and no sequences.',
    truth: ['altered', 'data-lost', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'metadata asked for again lack attributes that they had the first time',
    advice: 'Cache whole metadata.',
    make: () => {
      const seen = new Set<string>();
      return json('metadata', (all, { path }) => {
        if (!seen.has(path)) {
          seen.add(path);
          return all;
        }
        return all.map((one) =>
          Object.fromEntries(
            Object.entries(one).filter(([tag, { vr }]) => vr !== 'SQ' && !/^002[89]|^0010(1|2)/.test(tag)),
          ),
        );
      });
    },
  },
  {
    id: 'tired-after-two-hundred',
    what: 'After two hundred requests every request is answered 500, since the memory of the server is used up.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['search', 'metadata', 'retrieve', 'store'],
    title: 'the server answers 500 to everything after a while',
    advice: 'Find the leak (connections, threads) that exhausts the server.',
    make: () => {
      let count = 0;
      return around(
        () => true,
        (request, archive, next) => (++count > 200 ? refusal(500, 'OutOfMemoryError') : next(request, archive)),
      );
    },
  },
  {
    id: 'search-cache-after-delete',
    what: 'Searches are cached, and a delete does not empty the cache.',
    truth: ['exposed', 'some-clients-only'],
    operations: ['search', 'delete'],
    title: 'a search repeated after a delete still lists what was deleted',
    advice: 'Invalidate the cache at a delete.',
    make: () => {
      const known = new Map<string, Answer>();
      return around(['search', 'store'], async (request, archive, next) => {
        if (request.route.operation === 'store') {
          known.clear();
          return next(request, archive);
        }
        const key = `${request.path}?${request.rawQuery} ${request.headers.accept}`;
        const answer = known.get(key) ?? (await next(request, archive));
        known.set(key, answer);
        return answer;
      });
    },
  },
  {
    id: 'cache-without-accept',
    what: 'A cache in front of metadata ignores Accept: once JSON was asked for, XML gets JSON too.',
    truth: ['some-clients-only'],
    operations: ['metadata'],
    title: 'metadata asked for as XML are answered as JSON (or the other way round) after an earlier request',
    advice: 'Honour Vary: Accept in the cache.',
    make: () => {
      const known = new Map<string, Answer>();
      return around(['metadata', 'store', 'delete'], async (request, archive, next) => {
        if (request.route.operation !== 'metadata') known.clear();
        const answer = await next(request, archive);
        if (answer.status !== 200 || request.route.operation !== 'metadata') return answer;
        const kept = known.get(request.path) ?? answer;
        known.set(request.path, kept);
        return kept;
      });
    },
  },
];
