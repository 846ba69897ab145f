import type { IncomingMessage } from 'node:http';
import type { Behaviour } from '../../behaviour.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

type Incoming = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

const pathOf = ({ url = '' }: Incoming): string => url.split('?', 1)[0] ?? '';

/** Asks for no credentials where a GET has such a path. */
function open(path: RegExp): Behaviour {
  return { admits: (incoming) => incoming.method === 'GET' && path.test(pathOf(incoming)) };
}

/** Faults of who may come in: each leaves one door open, and all others closed. */
export const HTTP_ACCESS: readonly Fault[] = [
  ...(
    [
      ['metadata', 'metadata', /\/metadata$/],
      ['pixels', 'frames and bulk data', /\/(frames\/[^/]+|bulkdata\/.+)$/],
      ['rendered', 'rendered pictures', /\/rendered$/],
      ['instances', 'instances, as they were stored,', /\/instances\/[^/]+$/],
      ['search', 'search results', /\/(studies|series|instances)$/],
    ] as const
  ).map(([id, what, path]) => ({
    id: `${id}-open-to-strangers`,
    title: `gives ${what} to clients without credentials`,
    scenarios: ['access'],
    requirements: ['COMMON-025'],
    breach: 'open-to-strangers',
    behaviour: () => open(path),
  })),
  {
    id: 'any-token-taken',
    title: 'takes every bearer token for a right one',
    scenarios: ['access'],
    requirements: ['COMMON-025'],
    breach: 'open-to-strangers',
    behaviour: () => ({ admits: ({ headers }) => /^bearer ./i.test(headers.authorization ?? '') }),
  },
  {
    id: 'stores-for-strangers',
    title: 'stores what clients without credentials send',
    scenarios: ['access-store'],
    requirements: ['COMMON-025'],
    breach: 'stores-for-strangers',
    behaviour: () => ({ admits: ({ method }) => method === 'POST' }),
  },
  {
    id: 'strangers-learn-what-is-stored',
    title: 'answers clients without credentials 401 for what it holds, and 404 for what it does not',
    scenarios: ['access'],
    requirements: ['COMMON-024'],
    breach: 'study-revealed-to-strangers',
    behaviour: () => ({
      admits: ({ method, headers }) => method === 'GET' && headers.authorization === undefined,
      async handle(request, archive, next) {
        if (request.headers.authorization !== undefined || request.method !== 'GET') return next(request, archive);
        const answer = await next(request, archive);
        if (answer.status === 404) return answer;
        return textAnswer(401, 'this server wants credentials', [['WWW-Authenticate', 'Bearer realm="reference"']]);
      },
    }),
  },
];
