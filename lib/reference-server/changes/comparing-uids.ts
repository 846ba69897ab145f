import type { Behaviour } from '../behaviour.ts';
import type { Instance } from '../instance.ts';

const KEYS: Readonly<Record<string, keyof Pick<Instance, 'study' | 'series' | 'instance'>>> = {
  StudyInstanceUID: 'study',
  SeriesInstanceUID: 'series',
  SOPInstanceUID: 'instance',
};

/** Searches in which a stored UID fits the one that is asked for in another way than by being it. */
export function comparingUids(fits: (stored: string, asked: string) => boolean): Behaviour {
  return {
    handle(request, archive, next) {
      if (request.route.operation !== 'search') return next(request, archive);
      const query = request.query.map(([name, value]) => {
        const level = KEYS[name];
        const found = level && archive.select().find((one) => fits(one[level], value));
        return [name, found && level ? found[level] : value] as const;
      });
      return next({ ...request, query }, archive);
    },
  };
}
