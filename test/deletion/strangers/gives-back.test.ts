import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import {
  changeAnswer,
  changeDataSets,
  changeParts,
  changePayloads,
  changeReply,
  on,
} from '../../../lib/reference-server/changes/answers.ts';
import { rewrite } from '../../../lib/reference-server/changes/files.ts';
import { type Course, playCourses } from './course.ts';
import { answering, bare, before, is, once, type Which } from './moments.ts';
import type { Stage } from './stage.ts';
import { TAG, underItsUids } from './theirs.ts';

/** Somebody has replaced ours before the first DELETE, and retrieves give back something else than that. */
function given(
  what: string,
  around: (stage: Stage, ours: () => Archive) => readonly Behaviour[],
  uids: Course['uids'] = 'original',
): Course {
  return {
    what: `a stranger replaced ours, and ${what} (${uids})`,
    uids,
    server: (stage) => {
      let ours = new Archive();
      const deletes: Which = ({ route }) =>
        route.operation === 'delete' && stage.world.archive.select({ study: route.study ?? '' }).length >= 3;
      return [
        before(deletes, (request, archive) => {
          ours = archive.copy();
          for (const one of archive.select({ study: request.route.study ?? '' })) {
            // The instance that this DELETE names was compared a moment ago.
            if (one.instance !== request.route.instance) stage.world.strangerStores(underItsUids(one));
          }
        }),
        ...around(stage, () => ours).map((one) => once(() => stage.world.hasStrangers, one)),
      ];
    },
  };
}

const has = (archive: Archive, request: Parameters<Which>[0]): boolean =>
  archive.select({ study: request.route.study ?? '', series: request.route.series, instance: request.route.instance })
    .length > 0;
/** These requests are answered by an old copy. */
const stale = (which: Which, ours: () => Archive): Behaviour =>
  answering(which, (request, archive, next) => next(request, has(ours(), request) ? ours() : archive));
const retrieves = is('retrieve', { level: 'instances' });

playCourses([
  {
    what: 'every file is given back without its study',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), () => world.takeOver(underItsUids)),
      changePayloads(on('retrieve'), (bytes) => rewrite(bytes, { dataSet: (elements) => elements.delete(TAG.study) })),
    ],
  },
  given('a retrieve gives it', () => []),
  given('a retrieve gives ours and theirs', (_, ours) => [
    changeParts(retrieves, (parts, request) => {
      const one = ours().select({
        study: request.route.study ?? '',
        series: request.route.series,
        instance: request.route.instance,
      })[0];
      return one ? [{ headers: parts[0]?.headers ?? [], body: one.bytes }, ...parts] : parts;
    }),
  ]),
  given('a retrieve of the study gives the old copy', (_, ours) => [
    stale(is(['retrieve', 'metadata'], { level: 'studies' }), ours),
  ]),
  given('metadata give the old copy', (_, ours) => [stale(is('metadata'), ours)]),
  given('retrieves of series and study give the old copy, and none of instances works', (_, ours) => [
    answering(retrieves, () => bare(406)),
    stale(is('retrieve'), ours),
  ]),
  given('a retrieve is answered by the first half', () => [
    changeReply(retrieves, (reply) => ({ ...reply, body: [Buffer.concat(reply.body).subarray(0, 700)] })),
  ]),
  given('a retrieve is answered 206', () => [changeAnswer(retrieves, (answer) => ({ ...answer, status: 206 }))]),
  given('a retrieve is answered 404, while metadata show it', () => [answering(is('retrieve'), () => bare(404))]),
  given('a retrieve gives it only as metadata', () => [
    answering(retrieves, (request, archive, next) =>
      next({ ...request, route: { ...request.route, operation: 'metadata' } }, archive),
    ),
  ]),
  given('a retrieve gives another instance of ours for each', (_, ours) => [
    changeParts(retrieves, (parts, request) => {
      const one = ours()
        .select({ study: request.route.study ?? '' })
        .find(({ instance }) => instance !== request.route.instance);
      return one ? [{ headers: parts[0]?.headers ?? [], body: one.bytes }] : parts;
    }),
  ]),
  given('nothing is read but as it was stored first, by a copy that is never renewed', (_, ours) => [
    stale(is(['metadata', 'search']), ours),
  ]),
  given('a retrieve gives it', () => [], 'fresh'),
  given('a retrieve gives it without pixels', () => [], 'fresh'),
  given(
    'it has our patient and other pixels by the files alone',
    () => [
      changeDataSets(on(['search', 'metadata']), (set) => ({
        ...set,
        '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Anonymous' }] },
      })),
    ],
    'fresh',
  ),
]);
