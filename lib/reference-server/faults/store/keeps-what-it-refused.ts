import type { Fault } from '../fault.ts';

export const keepsWhatItRefused: Fault = {
  id: 'keeps-what-it-refused',
  title: 'keeps instances of another study that it says it refused',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-012'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      const { study, ...route } = request.route;
      if (route.operation === 'store' && study !== undefined) await next({ ...request, route }, archive);
      return answer;
    },
  }),
};
