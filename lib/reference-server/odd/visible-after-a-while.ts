import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { OddServer } from './odd-server.ts';

function delayed(milliseconds: number): Behaviour {
  const arrivals = new WeakMap<object, number>();
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      const now = performance.now();
      if (operation === 'search') {
        const index = new Archive();
        for (const one of archive.select()) if (now - (arrivals.get(one) ?? 0) >= milliseconds) index.add(one);
        return next(request, index);
      }
      const answer = await next(request, archive);
      if (operation === 'store') for (const one of archive.select()) if (!arrivals.has(one)) arrivals.set(one, now);
      return answer;
    },
  };
}

/** No time is given between store and search (PS3.18 Table 10.5.3-1). */
export const visibleAfterAWhile: OddServer = {
  id: 'visible-after-a-while',
  title: 'finds stored instances 300 milliseconds later',
  behaviour: () => delayed(300),
};
