import type { Transport } from './plain-transport.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A transport that sends nothing which could change the server; any other request ends as `not-sent`. */
export function readOnly(transport: Transport): Transport {
  return {
    close: () => transport.close(),
    async send(request) {
      if (READS.has(request.method)) return transport.send(request);
      const { id, operation, method, url, headers, body } = request;
      return {
        id,
        operation,
        request: { method, url, headers, body },
        response: null,
        failure: { code: 'not-sent', message: `not sent: ${method} may change what the server holds` },
        timings: { startedAt: new Date().toISOString(), sent: null, firstByte: null, end: 0 },
      };
    },
  };
}
