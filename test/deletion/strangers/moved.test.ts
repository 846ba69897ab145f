import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { playCourses } from './course.ts';
import { before, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere, instanceIn, TAG, withTexts } from './theirs.ts';

/** Answers to stores name this instance, whatever was stored. */
function naming({ study, series, instance }: Instance): Behaviour {
  return {
    reply(reply, { route }) {
      if (route.operation !== 'store') return reply;
      const path = `studies/${study}/series/${series}/instances/${instance}`;
      const body = Buffer.concat(reply.body)
        .toString()
        .replaceAll(/studies\/[^"]*/g, path)
        .replace(/("00081155":\{"vr":"UI","Value":\[")[^"]*/g, `$1${instance}`);
      const headers = reply.headers.map(([name, value]) => [name, value.replace(/studies\/.*/, path)] as const);
      return { ...reply, headers, body: [Buffer.from(body)] };
    },
  };
}

/** A stranger's study, and the one of the run is put into it as soon as it is there. */
function merged(when: Parameters<typeof is>[0], isAlias: boolean) {
  return ({ world }: Stage): readonly Behaviour[] => {
    const theirs = elsewhere(world.first);
    world.strangerStores(theirs);
    const old = new Set<string>();
    const move = (archive: Archive): void => {
      for (const one of archive.select()) {
        if (one.study === theirs.study || archive.select({ study: one.study }).length < 3) continue;
        old.add(one.study);
        for (const each of archive.select({ study: one.study })) {
          archive.remove(each);
          archive.add(instanceIn(withTexts(each.bytes, { [TAG.study]: theirs.study })));
        }
      }
    };
    return [
      {
        handle(request, archive, next) {
          if (is(when)(request)) move(archive);
          const { study } = request.route;
          const isMoved = isAlias && study !== undefined && old.has(study);
          const route = isMoved ? { ...request.route, study: theirs.study } : request.route;
          return next({ ...request, route }, archive);
        },
      },
    ];
  };
}

playCourses([
  {
    what: 'the study is put into a stranger’s, and its name leads there',
    uids: 'fresh',
    scenario: ['T18', 'T20'],
    server: merged('search', true),
  },
  {
    what: 'the study is put into a stranger’s, and its name leads nowhere',
    uids: 'fresh',
    scenario: 'T18',
    server: merged('search', false),
  },
  {
    what: 'the study is put into a stranger’s before the first DELETE',
    uids: 'original',
    scenario: ['T19', 'T20'],
    server: merged('delete', true),
  },
  {
    what: 'one of a stranger is moved into the study of ours before it is deleted as a whole',
    uids: 'original',
    scenario: 'T20',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), () =>
        world.strangerStores(elsewhere(world.first, { study: world.dataset.study })),
      ),
    ],
  },
  {
    what: 'a store is listed as that of a stranger’s instance',
    uids: 'fresh',
    scenario: 'T05',
    server: ({ world }) => {
      const theirs = elsewhere(world.first);
      world.strangerStores(theirs);
      return [naming(theirs)];
    },
  },
  {
    what: 'a store puts instances under the UIDs of a stranger’s study',
    uids: 'fresh',
    scenario: 'T05',
    server: merged('metadata', false),
  },
]);
