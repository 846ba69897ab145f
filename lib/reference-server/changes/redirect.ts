import type { Behaviour } from '../behaviour.ts';
import type { Request } from '../message.ts';
import type { Selector } from './answers.ts';

const MARK = 'redirected';

/** Answers some requests with a redirect to the same resource, which is served there; `locate` writes the Location. */
export function redirecting(
  selector: Selector,
  status: number,
  locate: (pathAndQuery: string, request: Request) => string,
): Behaviour {
  return {
    async handle(request, archive, next) {
      const query = request.query.filter(([name]) => name !== MARK);
      if (query.length < request.query.length || !selector(request)) return next({ ...request, query }, archive);
      const [path] = request.path.split('?', 1);
      // Not as forms are encoded: a plus sign is no space in the URL of a search.
      const marked = [...query, [MARK, '1']].map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
      const location = locate(`${new URL(request.base).pathname}${path}?${marked}`, request);
      return { status, headers: [['Location', location]], content: { kind: 'none' } };
    },
  };
}
