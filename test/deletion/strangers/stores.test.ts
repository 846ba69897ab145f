import type { Instance } from '../../../lib/reference-server/instance.ts';
import { type Answer, textAnswer } from '../../../lib/reference-server/message.ts';
import { type Course, playCourses } from './course.ts';
import { actingWithoutAnswer, bare, before, is } from './moments.ts';
import { elsewhere, underItsUids } from './theirs.ts';

const isStore = is('store');

/** A store of the data set is answered so, and a stranger's are there: nothing of ours was taken, or all before theirs. */
function stored(what: string, answer: (() => Answer) | undefined, isTaken: boolean): Course {
  return {
    what: `a store ${isTaken ? 'is taken and replaced by a stranger’s' : 'is not taken, a stranger’s is there'}, and ${what}`,
    scenario: 'T05',
    server: (stage) => [
      {
        async handle(request, archive, next) {
          if (!isStore(request) || stage.world.hasStrangers) {
            if (isStore(request) && !isTaken && answer) return answer();
            return next(request, archive);
          }
          const copy = archive.copy();
          const usual = await next(request, copy);
          if (!copy.select({ study: stage.world.dataset.study }).length) {
            archive.restore(copy);
            return usual;
          }
          if (isTaken) archive.restore(copy);
          stage.world.takeOver(underItsUids);
          return answer ? answer() : usual;
        },
      },
    ],
  };
}

const ANSWERS: readonly (readonly [what: string, answer?: () => Answer])[] = [
  ['is answered as if it were'],
  ['is answered 200 without a body', () => bare(200)],
  ['is answered 202 without a body', () => bare(202)],
  ['is answered 500 with a page', () => textAnswer(500, 'error')],
  ['is answered 503 with Retry-After', () => bare(503, [['Retry-After', '0']])],
];

playCourses([
  ...ANSWERS.flatMap(([what, answer]) => [stored(what, answer, false), stored(what, answer, true)]),
  {
    what: 'a store is answered by nothing, and a stranger’s came first',
    scenario: 'T05',
    server: ({ world }) => {
      const isOfStudy = is('store', { study: world.dataset.study });
      return [before(isOfStudy, () => world.takeOver(underItsUids)), actingWithoutAnswer(isOfStudy, 9)];
    },
  },
  {
    what: 'a store is answered 202, and all of ours comes when the run is over',
    uids: 'original',
    scenario: 'T05',
    server: (stage) => {
      const late: Instance[] = [];
      return [
        {
          async handle(request, archive, next) {
            if (!isStore(request)) return next(request, archive);
            const copy = archive.copy();
            await next(request, copy);
            const ours = copy.select({ study: stage.world.dataset.study });
            if (ours.length === 0) {
              archive.restore(copy);
              return bare(200);
            }
            late.push(...ours);
            return bare(202);
          },
        },
        {
          async handle(request, archive, next) {
            const answer = await next(request, archive);
            stage.atEnd = () => {
              for (const one of late) if (!archive.find(one.instance)) archive.add(one);
              stage.world.strangerStores(elsewhere(stage.world.first));
            };
            return answer;
          },
        },
      ];
    },
  },
]);
