import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeReply, changeRequest, on } from '../../changes/answers.ts';
import { writingByHand } from '../../changes/by-hand.ts';
import { withETagOf, withoutHeader } from '../../changes/headers.ts';
import { refuse } from '../../changes/refuse.ts';
import { textAnswer } from '../../message.ts';
import { writeBytes, writeHead } from '../../send-reply.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

function dyingAfter(requests: number): Behaviour {
  let count = 0;
  return {
    async send(reply, response, _, next) {
      if (++count > requests) response.destroy();
      else await next(reply, response);
    },
  };
}

/** Faults of HTTP that are of no single service: methods, challenges, redirects, connections. */
export const HTTP_PROTOCOL: readonly Fault[] = [
  {
    id: 'head-with-body',
    title: 'answers HEAD with the body of GET',
    scenarios: ['head'],
    requirements: ['COMMON-033'],
    breach: 'head-with-body',
    behaviour: () =>
      writingByHand(
        ({ method }) => method === 'HEAD',
        (body) => ({ version: '1.1', headers: [], body }),
      ),
  },
  {
    id: 'long-urls-refused',
    title: 'answers 414 to paths of more than 180 characters',
    scenarios: ['T11', 'rendered'],
    requirements: ['WADO-RS-040', 'WADO-RS-060'],
    breach: 'long-url-refused',
    behaviour: () => refuse(({ path }) => path.length > 180, 414, 'URI too long'),
  },
  {
    id: 'etag-never-matches',
    title: 'sends an ETag and answers 200 to If-None-Match with it',
    scenarios: ['etag'],
    requirements: ['COMMON-034'],
    breach: 'etag-not-matched',
    behaviour: () =>
      changeRequest(on('metadata'), (request) => ({
        ...request,
        headers: { ...request.headers, 'if-none-match': undefined },
      })),
  },
  {
    id: 'etag-always-matches',
    title: 'answers 304 to every If-None-Match, whatever ETag it has',
    scenarios: ['etag'],
    requirements: ['COMMON-034'],
    breach: 'other-etag-matched',
    behaviour: () =>
      changeRequest(on('metadata'), (request) => ({
        ...request,
        headers: { ...request.headers, 'if-none-match': request.headers['if-none-match'] && '*' },
      })),
  },
  {
    id: 'etag-of-every-type',
    title: 'gives metadata one strong ETag in JSON and in XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['COMMON-034'],
    breach: 'etag-of-two-types',
    behaviour: () => changeReply(on('metadata'), (reply, { path }) => withETagOf(reply, path)),
  },
  {
    id: 'etag-stays-after-a-delete',
    title: 'gives metadata of a study the strong ETag that they had when they were asked for first',
    scenarios: ['T08', 'T18'],
    requirements: ['COMMON-034'],
    breach: 'etag-outlives-change',
    behaviour: () =>
      changeReply(on('metadata'), (reply, { path, headers }) => withETagOf(reply, `${path} ${headers.accept}`)),
  },
  {
    id: 'not-allowed-without-allow',
    title: 'answers 405 without naming the methods that are allowed',
    scenarios: ['http'],
    requirements: ['COMMON-026'],
    breach: 'not-allowed-without-allow',
    behaviour: () => ({
      reply: (reply) => ({ ...reply, headers: withoutHeader(reply.headers, 'Allow') }),
    }),
  },
  {
    id: 'challenge-missing',
    title: 'answers 401 without WWW-Authenticate',
    scenarios: ['challenge'],
    requirements: ['COMMON-022'],
    breach: 'challenge-missing',
    behaviour: () => ({
      reply: (reply) => ({ ...reply, headers: withoutHeader(reply.headers, 'WWW-Authenticate') }),
    }),
  },
  {
    id: 'capabilities-not-offered',
    title: 'answers 501 to OPTIONS',
    scenarios: [],
    requirements: ['CAP-001'],
    behaviour: () => changeAnswer(on('capabilities'), () => textAnswer(501, 'not offered')),
  },
  {
    id: 'redirects-in-a-circle',
    title: 'redirects retrieves to the URL that was asked for',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-001'],
    breach: 'answer-incomplete',
    behaviour: () =>
      changeAnswer(on('retrieve'), (_, { path }) => ({
        status: 302,
        headers: [['Location', path.replace(/^.*\//, '')]],
        content: { kind: 'none' },
      })),
  },
  {
    id: 'slow',
    title: 'waits a second and a half before each answer',
    scenarios: [],
    requirements: ['COMMON-001'],
    behaviour: () => ({
      send: async (reply, response, _, next) => {
        await setTimeout(1500);
        await next(reply, response);
      },
    }),
  },
  {
    id: 'stalls',
    title: 'sends the head and half of the body of an answer, and then nothing',
    scenarios: [],
    requirements: ['COMMON-001'],
    behaviour: () => ({
      async send(reply, response) {
        const body = Buffer.concat(reply.body);
        writeHead(reply, response);
        response.flushHeaders();
        await writeBytes(response, body.subarray(0, body.length / 2));
        if (!response.closed) await once(response, 'close');
      },
    }),
  },
  {
    id: 'dies-after-twenty-requests',
    title: 'closes every connection without an answer from the twenty-first request on',
    scenarios: [],
    requirements: ['COMMON-001'],
    breach: 'answer-incomplete',
    behaviour: () => dyingAfter(20),
  },
  {
    id: 'speaks-http-1-0',
    title: 'answers searches in HTTP/1.0',
    scenarios: ['http'],
    requirements: ['COMMON-002'],
    breach: 'old-http-version',
    behaviour: () =>
      writingByHand(
        ({ method, route }, { status }) => method === 'GET' && route.operation === 'search' && status === 200,
        (body) => ({
          version: '1.0',
          headers: [['Connection', 'close']],
          body,
        }),
      ),
  },
];
