import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import { playCourses } from './course.ts';
import { before, is, type Which } from './moments.ts';
import type { Stage } from './stage.ts';
import { underItsUids } from './theirs.ts';

/** Answers of these requests are kept and given again. */
function cache(which: Which, heeds: boolean, headers: Answer['headers'] = []): Behaviour {
  const kept = new Map<string, Answer>();
  return {
    async handle(request, archive, next) {
      if (!which(request)) return next(request, archive);
      const key = `${request.path}?${request.rawQuery} ${request.headers.accept}`;
      const isFresh =
        heeds && /no-cache|no-store|max-age=0/.test(`${request.headers['cache-control']} ${request.headers.pragma}`);
      const old = isFresh ? undefined : kept.get(key);
      if (old) return { ...old, headers: [...old.headers, ...headers] };
      const answer = await next(request, archive);
      if (answer.status === 200) kept.set(key, answer);
      return answer;
    },
  };
}

/** A stranger replaces ours after they were all stored and read. */
const atTrial = ({ world }: Stage): Behaviour =>
  before(is('delete', { level: 'instances' }), () => world.takeOver(underItsUids));

playCourses([
  {
    what: 'retrieves come from a cache that heeds no-cache, and a stranger replaced ours',
    server: (stage) => [cache(is('retrieve'), true), atTrial(stage)],
  },
  {
    what: 'everything that is read comes from a cache that heeds no-cache',
    server: (stage) => [cache(is(['retrieve', 'metadata', 'search']), true), atTrial(stage)],
  },
  {
    what: 'retrieves come from a cache that says how old they are',
    server: (stage) => [cache(is('retrieve'), false, [['Age', '7']]), atTrial(stage)],
  },
  {
    what: 'metadata come from a cache, and a stranger replaced ours',
    server: (stage) => [cache(is('metadata'), false), atTrial(stage)],
  },
  {
    what: 'retrieves come from a cache that heeds nothing, while metadata are current',
    server: (stage) => [cache(is('retrieve'), false), atTrial(stage)],
  },
]);
