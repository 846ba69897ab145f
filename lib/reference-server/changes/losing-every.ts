import type { Behaviour } from '../behaviour.ts';

/** Acknowledges every instance and drops each nth one of them. */
export function losingEvery(nth: number): Behaviour {
  let count = 0;
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      const answer = await next(request, archive);
      if (answer.content.kind !== 'json') return answer;
      const [module = {}] = [answer.content.value].flat();
      for (const item of module['00081199']?.Value ?? []) {
        const uid = (item as typeof module)['00081155']?.Value?.[0];
        const instance = archive.find(String(uid));
        if (instance && ++count % nth === 0) archive.remove(instance);
      }
      return answer;
    },
  };
}
