import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { playCourses } from './course.ts';
import { actingWithoutAnswer, after, answering, bare, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { underItsUids } from './theirs.ts';

/** Somebody stores under the UIDs of an instance of ours as soon as it is deleted. */
function replaced({ world }: Stage): Behaviour {
  return after(
    is('delete', { study: world.dataset.study }),
    ({ route }) => {
      const of = world.ours.find(({ instance }) => instance === route.instance);
      if (of) world.strangerStores(underItsUids(of));
    },
    'each',
  );
}

const ANSWERS: readonly (readonly [status: number, headers: Parameters<typeof bare>[1]])[] = [
  [200, []],
  [202, []],
  [404, []],
  [408, [['Retry-After', '0']]],
  [409, []],
  [429, [['Retry-After', '0']]],
  [500, []],
  [503, [['Retry-After', '0']]],
];

playCourses([
  ...ANSWERS.map(([status, headers]) => ({
    what: `a DELETE acts and is answered ${status}, and somebody stores under its UIDs`,
    server: (stage: Stage) => [
      answering(is('delete', { study: stage.world.dataset.study }), async (request, archive, next) => {
        await next(request, archive);
        return bare(status, headers);
      }),
      replaced(stage),
    ],
  })),
  {
    what: 'a DELETE acts and the connection ends, and somebody stores under its UIDs',
    server: (stage) => [actingWithoutAnswer(is('delete', { study: stage.world.dataset.study }), 9), replaced(stage)],
  },
]);
