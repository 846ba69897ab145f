import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Operation } from '../route.ts';

/** Some operations see an instance only so many milliseconds after it was stored. */
export function delayed(milliseconds: number, operations: readonly Operation[]): Behaviour {
  const arrivals = new WeakMap<object, number>();
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      const now = performance.now();
      if (operations.includes(operation)) {
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
