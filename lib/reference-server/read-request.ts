import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { type QueryParameter, Refusal, type Request } from './message.ts';
import { decodePercent, findRoute } from './route.ts';

/** Query parameters in order. A plus sign is itself: PS3.18 §8.3.1 follows RFC 3986, not HTML forms. */
function parseQuery(query: string): QueryParameter[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [decodePercent(name), equals < 0 ? '' : decodePercent(pair.slice(equals + 1))];
    });
}

/** Gathers a request body. @throws Refusal 413 as soon as it is known to be longer than the limit. */
export async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array[]> {
  const tooLong = (): Refusal =>
    new Refusal(413, `the request body is longer than ${limit} bytes`, [['Connection', 'close']]);
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw tooLong();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A stream that is left early must not be destroyed: its connection still has to carry the 413.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw tooLong();
    chunks.push(chunk);
  }
  return chunks;
}

const HOST = /^[\w.:[\]-]+$/;

/** Where the client sees this server: a reverse proxy that changes its address says so in X-Forwarded fields. */
function rootOf({ headers, socket }: IncomingMessage): string {
  const forwarded = (name: string, form: RegExp): string | undefined => {
    const value = String(headers[`x-forwarded-${name}`] ?? '');
    return form.test(value) ? value : undefined;
  };
  const scheme = forwarded('proto', /^https?$/) ?? (socket instanceof TLSSocket ? 'https' : 'http');
  const prefix = forwarded('prefix', /^(?:\/[\w.~-]+)+$/) ?? '';
  return `${scheme}://${forwarded('host', HOST) ?? addressOf(headers.host, socket.localPort)}${prefix}`;
}

/** Some clients leave the port out of Host; a URL without it would lead elsewhere. */
function addressOf(host: string | undefined, port: number | undefined): string {
  if (host === undefined || !HOST.test(host)) return `127.0.0.1:${port}`;
  return /:\d+$/.test(host) ? host : `${host}:${port}`;
}

/**
 * Reads a request to its end and finds its resource.
 * @throws Refusal 400, 404, 405 or 413.
 */
export async function readRequest(incoming: IncomingMessage, basePath: string, bodyLimit: number): Promise<Request> {
  const url = incoming.url ?? '/';
  const mark = url.includes('?') ? url.indexOf('?') : url.length;
  const [fullPath, query] = [url.slice(0, mark), url.slice(mark + 1)];
  const body = await readBody(incoming, bodyLimit);
  if (fullPath !== basePath && !fullPath.startsWith(`${basePath}/`))
    throw new Refusal(404, `this service lies below ${basePath}`);
  const path = fullPath.slice(basePath.length) || '/';
  const method = incoming.method ?? 'GET';
  return {
    method,
    route: findRoute(method, path),
    base: `${rootOf(incoming)}${basePath}`,
    path,
    query: parseQuery(query),
    rawQuery: query,
    headers: incoming.headers,
    body,
  };
}
