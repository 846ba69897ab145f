import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import { on, type Selector } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Some requests see an instance only so many milliseconds after it was stored. */
function delayed(milliseconds: number, isDelayed: Selector): Behaviour {
  const arrivals = new WeakMap<object, number>();
  return {
    async handle(request, archive, next) {
      const now = Date.now();
      if (isDelayed(request)) {
        const index = new Archive();
        for (const one of archive.select()) if (now - (arrivals.get(one) ?? 0) >= milliseconds) index.add(one);
        return next(request, index);
      }
      const answer = await next(request, archive);
      if (request.route.operation === 'store')
        for (const one of archive.select()) if (!arrivals.has(one)) arrivals.set(one, now);
      return answer;
    },
  };
}

/** Liberties of when a stored instance can be found and retrieved. */
export const ODD_VISIBILITY: readonly OddServer[] = [
  // No time is given between store and search (PS3.18 Table 10.5.3-1).
  {
    id: 'visible-after-a-while',
    title: 'finds stored instances 300 milliseconds later',
    behaviour: () => delayed(300, on('search')),
  },
  // Nor between the levels of search: an archive may gather its studies from the instances that came in.
  {
    id: 'studies-listed-after-a-while',
    title: 'finds stored instances at once, and their study 2 seconds later',
    behaviour: () => delayed(2_000, on('search', 'studies')),
  },
  // No time is given between store and retrieve either: an archive may answer from an index, and move the files later.
  {
    id: 'retrieved-after-a-while',
    title: 'finds stored instances at once, and gives them out 300 milliseconds later',
    behaviour: () => delayed(300, on(['retrieve', 'metadata', 'frames', 'bulkdata', 'rendered', 'thumbnail'])),
  },
];
