import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import { on, type Selector } from './answers.ts';

/** Answers some requests from an index that never forgets what was deleted; `deletes` tells what it remembers of. */
export function rememberingDeleted(answers: Selector, deletes: Selector = on('delete')): Behaviour {
  const deleted = new Archive();
  return {
    async handle(request, archive, next) {
      const { study = '', series, instance } = request.route;
      if (deletes(request)) for (const one of archive.select({ study, series, instance })) deleted.add(one);
      if (!answers(request)) return next(request, archive);
      const everything = archive.copy();
      for (const one of deleted.select()) if (!everything.find(one.instance)) everything.add(one);
      return next(request, everything);
    },
  };
}

/** Shows what was deleted in the next so many answers, whatever is asked. */
export function showingDeletedFor(answers: number): Behaviour {
  let before: Archive | null = null;
  let left = 0;
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'delete')
        return next(request, before !== null && request.method === 'GET' && left-- > 0 ? before : archive);
      const earlier = archive.copy();
      const answer = await next(request, archive);
      if (answer.status < 300) [before, left] = [earlier, answers];
      return answer;
    },
  };
}
