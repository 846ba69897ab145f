import type { Behaviour } from '../behaviour.ts';

/** Changes the bytes of each instance as it comes into the archive. */
export function changeStored(change: (bytes: Uint8Array) => Uint8Array): Behaviour {
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      const before = new Set(archive.select());
      const answer = await next(request, archive);
      for (const instance of archive.select().filter((one) => !before.has(one))) {
        archive.remove(instance);
        archive.add({ ...instance, bytes: change(instance.bytes) });
      }
      return answer;
    },
  };
}
