import { type Course, playCourses } from './course.ts';
import { answering, before, is } from './moments.ts';
import { elsewhere, instanceIn, TAG, underItsUids, withTexts } from './theirs.ts';

/** What is there shows in none of these requests until something is deleted. */
function lateShown(what: string, which: Parameters<typeof is>[0], count = 3): Course {
  return {
    what: `a stranger's study is there under the UIDs and shows late in ${what}`,
    scenario: 'T05',
    server: (stage) => {
      let isShown = false;
      for (const one of stage.world.ours.slice(0, count)) stage.world.strangerStores(underItsUids(one));
      return [
        before(is('delete', { study: stage.world.dataset.study }), () => {
          isShown = true;
        }),
        {
          handle(request, archive, next) {
            if (isShown || !is(which)(request)) return next(request, archive);
            const without = archive.copy();
            for (const one of stage.world.theirs()) without.remove(one);
            return next(request, without);
          },
        },
        // What is there already is kept, and the store is told that it was taken.
        answering(is('store'), async (request, archive, next) => {
          const copy = archive.copy();
          const answer = await next(request, copy);
          for (const one of copy.select()) if (archive.find(one.instance) === undefined) archive.add(one);
          return answer;
        }),
      ];
    },
  };
}

playCourses([
  lateShown('searches', 'search'),
  lateShown('searches and metadata', ['search', 'metadata']),
  lateShown('whatever is read', ['search', 'metadata', 'retrieve']),
  lateShown('whatever is read, one of three', ['search', 'metadata', 'retrieve'], 1),
  {
    what: 'the study is there from a stranger before the run',
    scenario: 'T05',
    server: ({ world }) => {
      world.takeOver((one) => ({ ...one }));
      return [];
    },
  },
  {
    what: 'one series of the study is there from a stranger before the run',
    scenario: 'T05',
    server: ({ world }) => {
      world.strangerStores(elsewhere(world.first, { study: world.dataset.study, series: world.first.series }));
      return [];
    },
  },
  {
    what: 'a store is put into the study of a stranger by the server',
    uids: 'fresh',
    scenario: 'T05',
    server: ({ world }) => {
      const theirs = elsewhere(world.first);
      world.strangerStores(theirs);
      return [
        answering(is('store'), async (request, archive, next) => {
          const copy = archive.copy();
          const answer = await next(request, copy);
          for (const one of copy.select())
            if (archive.find(one.instance) === undefined)
              archive.add(instanceIn(withTexts(one.bytes, { [TAG.study]: theirs.study })));
          return answer;
        }),
      ];
    },
  },
]);
