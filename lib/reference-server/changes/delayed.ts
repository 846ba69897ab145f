import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Selector } from './answers.ts';

/** Some requests see an instance only so many milliseconds after it was stored. */
export function delayed(milliseconds: number, isDelayed: Selector): Behaviour {
  const arrivals = new WeakMap<object, number>();
  return {
    async handle(request, archive, next) {
      const now = performance.now();
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
