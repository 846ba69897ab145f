import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { type Course, playCourses } from './course.ts';
import { answering, bare, both, is, not, type Which } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere } from './theirs.ts';

/** Somebody stores into the study of ours, in a series of his own or one of ours, once it holds all that the run stores. */
function joined(
  { world }: Stage,
  into: 'series' | 'study',
  when: Which = is('delete'),
): { theirs: () => Instance | undefined; behaviour: Behaviour } {
  let theirs: Instance | undefined;
  return {
    theirs: () => theirs,
    behaviour: {
      handle(request, archive, next) {
        const [ours] = archive.select().filter((one) => archive.select({ study: one.study }).length >= 3);
        if (theirs === undefined && ours && when(request)) {
          theirs = elsewhere(
            ours,
            into === 'series' ? { study: ours.study, series: ours.series } : { study: ours.study },
          );
          world.strangerStores(theirs);
        }
        return next(request, archive);
      },
    },
  };
}

/** These requests see an archive without the stranger. */
function hidden(which: Which, theirs: () => Instance | undefined): Behaviour {
  return {
    handle(request, archive, next) {
      const one = theirs();
      if (!which(request) || one === undefined) return next(request, archive);
      const without = archive.copy();
      without.remove(one);
      return next(request, without);
    },
  };
}

/** A DELETE of an instance takes all that is in its study or series. */
export function takingMore(level: 'study' | 'series'): Behaviour {
  return answering(is('delete', { level: 'instances' }), async (request, archive, next) => {
    const { study = '', series } = request.route;
    const answer = await next(request, archive);
    archive.remove(level === 'study' ? { study } : { study, series });
    return answer;
  });
}

const READS = ['retrieve', 'metadata', 'search'] as const;

function shownBy(
  what: string,
  shows: Which,
  into: 'series' | 'study' = 'study',
  uids: 'fresh' | 'original' = 'fresh',
): Course {
  return {
    what: `a whole: somebody else's is shown by ${what} alone (${uids})`,
    uids,
    scenario: into === 'series' ? 'T19' : 'T20',
    server: (stage) => {
      const { theirs, behaviour } = joined(stage, into, is(READS));
      return [behaviour, hidden(both(is(READS), not(shows)), theirs)];
    },
  };
}

playCourses([
  shownBy('the metadata of the study', is('metadata', { level: 'studies' })),
  shownBy('a search for instances', is('search', { level: 'instances' })),
  shownBy('a search for series', is('search', { level: 'series' })),
  shownBy('the retrieve of the study', is('retrieve', { level: 'studies' })),
  shownBy('the metadata of the series', is('metadata', { level: 'series' }), 'series'),
  shownBy('a search for instances', is('search', { level: 'instances' }), 'study', 'original'),
  shownBy(
    'the second page of a search',
    (request) => is('search', { level: 'instances' })(request) && /offset/.test(request.rawQuery),
  ),
  shownBy(
    'a search for all instances of the study by key',
    (request) => is('search', { level: 'instances' })(request) && request.route.study === undefined,
  ),
  {
    what: 'a whole: no instance can be deleted alone, and a stranger comes before the end of the run',
    uids: 'fresh',
    scenario: 'T05',
    server: (stage) => [
      joined(stage, 'study', is('delete')).behaviour,
      answering(is('delete', { level: 'instances' }), () => bare(405)),
    ],
  },
  {
    what: 'a whole: no instance can be deleted alone, and a stranger is shown by the series alone',
    uids: 'fresh',
    scenario: 'T05',
    server: (stage) => {
      const { theirs, behaviour } = joined(stage, 'study', is('delete'));
      return [
        behaviour,
        hidden(both(is(READS), not(is('search', { level: 'series' }))), theirs),
        answering(is('delete', { level: 'instances' }), () => bare(404)),
      ];
    },
  },
  {
    what: 'a whole: lists give three instances a page, and a stranger is the fourth',
    uids: 'fresh',
    scenario: 'T20',
    server: (stage) => {
      const { theirs, behaviour } = joined(stage, 'study', is(READS));
      const paged: Behaviour = {
        async handle(request, archive, next) {
          const answer = await next(request, archive);
          const { content } = answer;
          if (!is('search')(request) || content.kind !== 'json' || !Array.isArray(content.value)) return answer;
          return { ...answer, content: { ...content, value: content.value.slice(0, 3) } };
        },
      };
      return [behaviour, hidden(is(['metadata', 'retrieve']), theirs), paged];
    },
  },
  ...(['study', 'series'] as const).map(
    (level): Course => ({
      what: `a DELETE of an instance takes its ${level}, and a stranger is in it`,
      uids: 'original',
      scenario: 'T18',
      server: (stage) => [joined(stage, 'series', is(READS)).behaviour, takingMore(level)],
    }),
  ),
]);
