import type { IncomingMessage } from 'node:http';
import type { Archive } from '../archive.ts';
import { FAULTS } from '../faults/index.ts';
import { type Answer, Refusal, textAnswer } from '../message.ts';
import { readBody } from '../read-request.ts';
import type { Switches } from '../switches.ts';
import { UnknownBehaviourError } from '../unknown-behaviour.ts';
import { readFaults, readLatency } from './read-change.ts';

const ADMIN_PATH = '/_admin';
const BODY_LIMIT = 65_536;

/** What a resource of the admin path does, by method. */
type Resource = Readonly<Partial<Record<'GET' | 'PUT' | 'POST', (body: string) => unknown>>>;

export function isAdminPath(url: string): boolean {
  return /^\/_admin(?:[/?]|$)/.test(url);
}

/** URL of the admin path of a server, given its base URL. */
export function adminUrl(baseUrl: string): string {
  return new URL(ADMIN_PATH, baseUrl).href;
}

/**
 * Answers what is sent below the admin path: the state, faults, latency, and back to the start. `start` is what the
 * archive held when the server started. A request with an Origin comes from a page, which has no business here.
 */
export function administration(archive: Archive, start: Archive, switches: Switches) {
  const state = () => ({
    ...switches.state,
    studies: [...archive.studies()].length,
    instances: archive.select().length,
  });
  const resources: Readonly<Record<string, Resource>> = {
    '': { GET: state },
    '/faults': {
      GET: () => FAULTS.map(({ id, title }) => ({ id, title, on: switches.state.faults.includes(id) })),
      PUT: (body) => {
        switches.setFaults(readFaults(body));
        return state();
      },
    },
    '/latency': {
      PUT: (body) => {
        switches.setLatency(readLatency(body));
        return state();
      },
    },
    '/reset': {
      POST: () => {
        switches.reset();
        archive.restore(start);
        return state();
      },
    },
  };

  return async (incoming: IncomingMessage): Promise<Answer> => {
    if (incoming.headers.origin !== undefined) throw new Refusal(403, 'pages may not use the admin path');
    const path = (incoming.url ?? '').split('?')[0]?.slice(ADMIN_PATH.length).replace(/\/$/, '') ?? '';
    const resource = Object.hasOwn(resources, path) ? resources[path] : undefined;
    if (!resource)
      throw new Refusal(
        404,
        `the admin path has ${Object.keys(resources)
          .map((one) => ADMIN_PATH + one)
          .join(', ')}`,
      );
    const act = resource[incoming.method as keyof Resource];
    if (!act) throw new Refusal(405, 'not for this resource', [['Allow', Object.keys(resource).join(', ')]]);
    const body = Buffer.concat(await readBody(incoming, BODY_LIMIT)).toString();
    try {
      return jsonAnswer(act(body));
    } catch (error) {
      if (!(error instanceof UnknownBehaviourError)) throw error;
      return textAnswer(400, `${error.message}; GET ${ADMIN_PATH}/faults lists them`);
    }
  };
}

function jsonAnswer(value: unknown): Answer {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
  return { status: 200, headers: [], content: { kind: 'bytes', mediaType: 'application/json', bytes } };
}
