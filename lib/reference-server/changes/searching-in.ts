import type { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Instance } from '../instance.ts';

/** Searches in another archive than the one that is stored to, made with a view to the instance stored last. */
export function searchingIn(index: (archive: Archive, latest: Instance | undefined) => Archive): Behaviour {
  let latest: Instance | undefined;
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      if (operation === 'search') return next(request, index(archive, latest));
      const before = new Set(operation === 'store' ? archive.select() : []);
      const answer = await next(request, archive);
      if (operation === 'store') latest = archive.select().find((instance) => !before.has(instance)) ?? latest;
      return answer;
    },
  };
}
