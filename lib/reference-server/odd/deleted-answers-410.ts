import type { Behaviour } from '../behaviour.ts';
import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

function remembering(): Behaviour {
  const deleted = new Set<string>();
  return {
    async handle(request, archive, next) {
      const { operation, study, series, instance } = request.route;
      const gone = [study, series, instance].filter((uid) => uid !== undefined);
      if (operation === 'store') deleted.clear();
      const answer = await next(request, archive);
      if (operation === 'delete' && answer.status === 204) deleted.add(gone.join('/'));
      const known = gone.some((_, index) => deleted.has(gone.slice(0, index + 1).join('/')));
      return answer.status === 404 && known ? textAnswer(410, 'this was deleted') : answer;
    },
  };
}

/** A server that knows of the deletion says so (PS3.18 Table 8.5-1). */
export const deletedAnswers410: OddServer = {
  id: 'deleted-answers-410',
  title: 'answers 410 for what was deleted',
  behaviour: () => remembering(),
};
