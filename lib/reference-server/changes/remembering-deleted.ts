import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Operation } from '../route.ts';

/** Answers some operations from an index that never forgets what was deleted. */
export function rememberingDeleted(operations: readonly Operation[]): Behaviour {
  const everything = new Archive();
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      if (operation === 'delete') for (const instance of archive.select()) everything.add(instance);
      if (!operations.includes(operation)) return next(request, archive);
      for (const instance of archive.select()) everything.add(instance);
      return next(request, everything);
    },
  };
}
