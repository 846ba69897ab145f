import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Selector } from './answers.ts';

/** Answers some requests about a study with what was deleted from it as well, as long as anything of the study is left. */
export function keepingDeleted(selector: Selector): Behaviour {
  const everything = new Archive();
  return {
    async handle(request, archive, next) {
      const { operation, study } = request.route;
      if (operation === 'delete') for (const instance of archive.select()) everything.add(instance);
      const isHeld = study !== undefined && archive.select({ study }).length > 0;
      if (!isHeld || !selector(request)) return next(request, archive);
      for (const instance of archive.select()) everything.add(instance);
      return next(request, everything);
    },
  };
}
