import type { Behaviour } from '../../behaviour.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import { withoutHeader } from '../../changes/headers.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Reply, Request } from '../../message.ts';
import type { Fault } from '../fault.ts';

const UNKNOWN_CHARSET = 'x-harness';

function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function changePreflight(change: (reply: Reply) => Reply): Behaviour {
  return { reply: (reply, request) => (isPreflight(request) ? change(reply) : reply) };
}

/** Faults in what clients send beyond the usual: parameters, character sets, media types of two kinds, other origins. */
export const HTTP_TOLERANCE: readonly Fault[] = [
  {
    id: 'charset-parameter-refused',
    title: 'answers 400 to metadata with a charset parameter',
    scenarios: ['tolerance'],
    requirements: ['WADO-RS-038', 'COMMON-031'],
    breach: 'metadata-parameter-refused',
    behaviour: () =>
      refuse(
        (request) => on('metadata')(request) && request.query.some(([name]) => name === 'charset'),
        400,
        'charset is no parameter here',
      ),
  },
  {
    id: 'unknown-charset-fails',
    title: 'answers 500 where Accept-Charset names a character set that it does not know',
    scenarios: ['tolerance'],
    requirements: ['COMMON-031'],
    breach: 'metadata-parameter-refused',
    behaviour: () =>
      refuse(({ headers }) => String(headers['accept-charset'] ?? '').includes(UNKNOWN_CHARSET), 500, 'failed'),
  },
  {
    id: 'includefield-of-metadata-refused',
    title: 'answers 400 to metadata with includefield',
    scenarios: ['tolerance'],
    requirements: ['WADO-RS-039'],
    breach: 'metadata-parameter-refused',
    behaviour: () =>
      refuse(
        (request) => on('metadata')(request) && request.query.some(([name]) => name === 'includefield'),
        400,
        'includefield belongs to searches',
      ),
  },
  {
    id: 'mixed-types-served',
    title: 'serves the rendered media type where DICOM and rendered ones are asked for together',
    scenarios: ['tolerance'],
    requirements: ['COMMON-008'],
    breach: 'mixed-types-not-refused',
    behaviour: () =>
      changeRequest(
        (request) => on('rendered')(request) && /text\/.*dicom/.test(request.headers.accept ?? ''),
        (request) => ({ ...request, headers: { ...request.headers, accept: 'image/jpeg' } }),
      ),
  },
  {
    id: 'preflight-wants-credentials',
    title: 'answers 401 to the preflight of a browser, which has no credentials',
    scenarios: ['cross-origin'],
    requirements: ['COMMON-035'],
    breach: 'preflight-refused',
    behaviour: () =>
      changePreflight((reply) => ({
        ...reply,
        status: 401,
        headers: [...reply.headers, ['WWW-Authenticate', 'Bearer realm="reference"']],
      })),
  },
  {
    id: 'preflight-permits-no-field',
    title: 'permits no further header field in its answer to a preflight',
    scenarios: ['cross-origin'],
    requirements: ['COMMON-035'],
    breach: 'preflight-permits-too-little',
    behaviour: () =>
      changePreflight((reply) => ({
        ...reply,
        headers: withoutHeader(reply.headers, 'Access-Control-Allow-Headers'),
      })),
  },
  {
    id: 'origin-allowed-twice',
    title: 'sends Access-Control-Allow-Origin twice, as a proxy in front of it does that adds one of its own',
    scenarios: ['cross-origin'],
    requirements: ['COMMON-035'],
    breach: 'origin-allowed-twice',
    behaviour: () => ({
      reply: (reply, { headers }) =>
        headers.origin === undefined
          ? reply
          : { ...reply, headers: [...reply.headers, ['Access-Control-Allow-Origin', headers.origin]] },
    }),
  },
];
