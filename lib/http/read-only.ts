import type { Exchange } from './exchange.ts';
import type { Transport, TransportRequest } from './plain-transport.ts';

/** Methods that ask and change nothing (RFC 9110 §9.2.1), but for TRACE, which nothing here sends. */
const ASKING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A transport that sends what only asks. Every other request ends as `refused-read-only` before a connection is made: a
 * read-only run rests on this place alone, whatever the rest of the harness asks for.
 */
export function refusingWrites(plain: Transport): Transport {
  return {
    ...plain,
    send: (request) => (ASKING.has(request.method) ? plain.send(request) : Promise.resolve(refused(request))),
  };
}

function refused({ id, operation, method, url, body }: TransportRequest): Exchange {
  return {
    id,
    operation,
    request: { method, url, headers: [], body },
    response: null,
    failure: { code: 'refused-read-only', message: `${method} was not sent: the run is read-only` },
    timings: { startedAt: new Date().toISOString(), sent: null, firstByte: null, end: 0 },
  };
}
