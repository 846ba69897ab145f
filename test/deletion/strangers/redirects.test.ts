import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Header } from '../../../lib/reference-server/message.ts';
import { playCourses } from './course.ts';
import { answering, bare, before, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere, underItsUids } from './theirs.ts';

const pathOf = ({ study, series, instance }: Instance) => `/studies/${study}/series/${series}/instances/${instance}`;

/** DELETEs are answered so; the header fields lead to somebody else's instance. */
function leading(status: number, headers: (url: string, path: string) => readonly Header[], acts = false) {
  return (stage: Stage): readonly Behaviour[] => {
    const theirs = elsewhere(stage.world.first);
    stage.world.strangerStores(theirs);
    const path = `/dicom-web${pathOf(theirs)}`;
    return [
      answering(is('delete'), async (request, archive, next) => {
        if (request.path === pathOf(theirs)) return next(request, archive);
        if (acts) await next(request, archive);
        return bare(status, headers(`${stage.baseUrl}${pathOf(theirs)}`, path));
      }),
    ];
  };
}

playCourses([
  ...[300, 301, 302, 303, 307, 308].map((status) => ({
    what: `a DELETE is answered ${status} with the Location of another study`,
    server: leading(status, (url) => [['Location', url]]),
  })),
  ...(['fresh', 'original'] as const).map((uids) => ({
    what: `a DELETE is answered 307 with a path for Location (${uids})`,
    uids,
    server: leading(307, (_, path) => [['Location', path]]),
  })),
  {
    what: 'a DELETE acts, is answered 201 and locates another study',
    server: leading(201, (url) => [['Location', url]], true),
  },
  {
    what: 'a DELETE acts, is answered 200 and its content is located in another study',
    server: leading(
      200,
      (url) => [
        ['Content-Location', url],
        ['Link', `<${url}>; rel="canonical"`],
        ['Refresh', `0; url=${url}`],
      ],
      true,
    ),
  },
  {
    what: 'a DELETE is sent on to the study that holds the instance, and a stranger is in it',
    uids: 'fresh',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), ({ route }) =>
        world.strangerStores(elsewhere(world.first, { study: route.study })),
      ),
      answering(is('delete', { level: 'instances' }), ({ base, route }) =>
        bare(308, [['Location', `${base}/studies/${route.study}`]]),
      ),
    ],
  },
  {
    what: 'retrieves are sent on to an archive that holds ours, and the DELETE meets a stranger',
    server: async ({ world, serve }) => {
      const mirror = world.otherArchive();
      const url = await serve(mirror);
      const named = is(['retrieve', 'metadata'], { study: world.dataset.study });
      return [
        before(is('delete', { level: 'instances' }), (_, archive) => {
          for (const one of world.ours) {
            const present = archive.find(one.instance);
            if (!present) continue;
            mirror.add(present);
            world.strangerStores(underItsUids(one));
          }
        }),
        answering(
          (request) => named(request) && mirror.select().length > 0,
          ({ path }) => bare(302, [['Location', url + path]]),
        ),
      ];
    },
  },
  {
    what: 'stores are sent on to another archive than the one that is read and deleted from',
    server: async ({ world, serve }) => {
      const url = await serve(world.otherArchive());
      world.takeOver(underItsUids);
      return [answering(is('store'), ({ path }) => bare(307, [['Location', url + path]]))];
    },
  },
]);
