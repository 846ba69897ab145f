import { changeAnswer, on } from '../changes/answers.ts';
import { noContentForNoMatch } from '../changes/empty-search.ts';
import { Refusal } from '../message.ts';
import type { Dialect } from './dialect.ts';

/** An archive that deletes studies only, after they were rejected, answers 204 without a match, and names itself. */
export const dcm4cheeArc: Dialect = {
  id: 'dcm4chee-arc',
  title: 'dcm4chee-arc-light',
  profile: 'standard',
  denied: [],
  behaviours: () => [
    noContentForNoMatch(),
    {
      async handle(request, archive, next) {
        if (on('delete')(request)) {
          if (request.route.series !== undefined) {
            throw new Refusal(405, 'only studies are deleted', [['Allow', 'GET, HEAD, OPTIONS']]);
          }
          const answer = await next(
            { ...request, method: 'GET', route: { ...request.route, operation: 'metadata' } },
            archive,
          );
          if (answer.status === 200) throw new Refusal(403, 'the study has instances that were not rejected');
        }
        return next(request, archive);
      },
    },
    changeAnswer(
      () => true,
      (answer) => ({ ...answer, headers: answer.headers.filter(([name]) => !/^location$/i.test(name)) }),
    ),
    { reply: (reply) => ({ ...reply, headers: [...reply.headers, ['Server', 'WildFly/30']] }) },
  ],
};
