import type { Behaviour } from '../behaviour.ts';
import type { Operation } from '../route.ts';

/** Another status where an operation would have answered `from`. */
export function changeStatus(operation: Operation, from: number, to: number): Behaviour {
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      return request.route.operation === operation && answer.status === from ? { ...answer, status: to } : answer;
    },
  };
}
