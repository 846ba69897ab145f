import { changeStored } from '../../../lib/reference-server/changes/stored.ts';
import { type Course, playCourses } from './course.ts';
import { answering, bare, before, is } from './moments.ts';
import { elsewhere, instanceIn, underItsUids, withElement } from './theirs.ts';

/** What design.md says that cannot be promised is so: who mends one of these strikes it there. */
const LIMITS: readonly Omit<Course, 'isLimit'>[] = [
  {
    what: 'every other request goes to a replica in which a stranger is',
    server: ({ world }) => {
      const replica = world.otherArchive();
      let turn = 0;
      return [
        {
          async handle(request, archive, next) {
            if (is('store')(request)) {
              const answer = await next(request, archive);
              for (const one of archive.select()) if (!replica.find(one.instance)) replica.add(one);
              return answer;
            }
            if (is('delete', { level: 'instances' })(request) && world.lost().length === 0 && !world.hasStrangers)
              for (const one of world.ours) world.strangerStores(underItsUids(one), replica);
            return next(request, turn++ % 2 === 0 ? archive : replica);
          },
        },
      ];
    },
  },
  {
    what: 'DELETEs go to the main archive, and reads to a copy that no stranger reaches',
    server: ({ world }) => {
      const copy = world.otherArchive();
      return [
        before(is('delete', { level: 'instances', study: world.dataset.study }), () => world.takeOver(underItsUids)),
        {
          async handle(request, archive, next) {
            if (is('store')(request)) {
              const answer = await next(request, archive);
              for (const one of archive.select()) if (!copy.find(one.instance)) copy.add(one);
              return answer;
            }
            if (is('delete')(request)) {
              const answer = await next(request, archive);
              if (request.route.study !== world.dataset.study)
                copy.remove({ ...request.route, study: request.route.study ?? '' });
              return answer;
            }
            return next(request, copy);
          },
        },
      ];
    },
  },
  {
    what: 'a stranger stored the same file, and the server stamps who stored it',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), () => {
        for (const { bytes } of world.ours) world.strangerStores(instanceIn(stamped(bytes, 'ward 7')));
      }),
      changeStored((bytes) => stamped(bytes, 'harness')),
    ],
  },
  {
    what: 'a DELETE of an instance takes its study, and a stranger is in it under a UID of the run',
    uids: 'fresh',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), ({ route }) => {
        world.strangerStores(elsewhere(world.first, { study: route.study ?? '' }));
      }),
      answering(is('delete', { level: 'instances' }), async (request, archive, next) => {
        const answer = await next(request, archive);
        archive.remove({ study: request.route.study ?? '' });
        return answer;
      }),
    ],
  },
  {
    what: 'a DELETE of an instance takes its series, long after it was tried',
    server: (stage) => [
      before(is('delete', { level: 'instances', study: stage.world.dataset.study }), () => {
        const { study, series } = stage.world.first;
        stage.world.strangerStores(elsewhere(stage.world.first, { study, series }));
      }),
      answering(is('delete', { level: 'instances' }), async (request, archive, next) => {
        const { study = '', series } = request.route;
        const { atEnd } = stage;
        stage.atEnd = () => {
          atEnd?.();
          archive.remove({ study, series });
        };
        return next(request, archive);
      }),
    ],
  },
  {
    what: 'no instance is given back, and a stranger replaces one under a UID of the run',
    uids: 'fresh',
    server: ({ world }) => [
      before(
        is('search', { level: 'studies' }),
        (_, archive) => {
          for (const one of archive.select()) world.strangerStores(underItsUids(one));
        },
        'each',
      ),
      answering(is('retrieve'), () => bare(404)),
    ],
  },
];

function stamped(bytes: Uint8Array, owner: string): Uint8Array {
  return withElement(withElement(bytes, '00090010', 'LO', 'OWNER'), '00091001', 'LO', owner);
}

playCourses(LIMITS.map((course) => ({ ...course, isLimit: true as const })));
