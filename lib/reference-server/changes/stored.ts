import type { Behaviour } from '../behaviour.ts';
import type { Instance } from '../instance.ts';

/**
 * Changes the bytes of each instance, or of those that are selected, as it comes into the archive, and `also` what the
 * archive knows of it.
 */
export function changeStored(
  change: (bytes: Uint8Array) => Uint8Array,
  also: Partial<Instance> = {},
  selects: (instance: Instance) => boolean = () => true,
): Behaviour {
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      const before = new Set(archive.select());
      const answer = await next(request, archive);
      for (const instance of archive.select().filter((one) => !before.has(one) && selects(one))) {
        archive.remove(instance);
        archive.add({ ...instance, ...also, bytes: change(instance.bytes) });
      }
      return answer;
    },
  };
}
