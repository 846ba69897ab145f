import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Behaviour } from '../behaviour.ts';
import { changeReply, isMultipart, on, type Selector } from '../changes/answers.ts';
import { withoutHeader } from '../changes/headers.ts';
import { type Header, Refusal, type Reply, type Request } from '../message.ts';
import { writeBytes, writeHead } from '../send-reply.ts';
import type { OddServer } from './odd-server.ts';

/** Header field names of the message and of its parts in another spelling. */
function spellingNames(spell: (name: string) => string): Behaviour {
  const respell = ([name, value]: Header): Header => [spell(name), value];
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      const { content } = answer;
      if (content.kind !== 'multipart') return answer;
      const parts = content.parts.map((part) => ({ ...part, headers: part.headers.map(respell) }));
      return { ...answer, content: { ...content, parts } };
    },
    reply: (reply) => ({ ...reply, headers: reply.headers.map(respell) }),
  };
}

/** A multipart reply whose parts do not state their length. */
function withoutPartLengths(reply: Reply): Reply {
  if (!isMultipart(reply)) return reply;
  const text = Buffer.concat(reply.body)
    .toString('latin1')
    .replaceAll(/\r\nContent-Length: \d+(?=\r\n)/g, '');
  return { ...reply, body: [Buffer.from(text, 'latin1')] };
}

/** Bytes at the beginning of a body that are sent one by one. */
const DRIPS = 1024;

/** Query parameter that marks the URL which a redirect leads to. */
const MARK = 'redirected';

/** Answers some requests with a redirect to the same resource, which is served there; `locate` writes the Location. */
function redirecting(
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

/** A weak ETag of the URL alone, and 304 to who has it. */
function withWeakETag(reply: Reply, { path, headers }: Request): Reply {
  const etag = `W/"${Buffer.from(path).toString('base64url').slice(-40)}"`;
  const others = withoutHeader(reply.headers, 'ETag');
  if (headers['if-none-match'] !== etag) return { ...reply, headers: [...others, ['ETag', etag]] };
  return { ...reply, status: 304, headers: [...withoutHeader(others, 'Content-Type'), ['ETag', etag]], body: [] };
}

/** Liberties of HTTP: header fields, framing, connections, redirects, delays. */
export const ODD_HTTP: readonly OddServer[] = [
  // A weak ETag may be that of several representations, and of what differs in details (RFC 9110 §8.8.1).
  {
    id: 'weak-etags',
    title: 'gives metadata a weak ETag, the same in JSON and in XML and after a delete',
    behaviour: () => changeReply(on('metadata'), withWeakETag),
  },
  // Field names compare without case (RFC 9110 §5.1).
  {
    id: 'header-names-in-lower-case',
    title: 'writes header field names in small letters',
    behaviour: () => spellingNames((name) => name.toLowerCase()),
  },
  // Field names compare without case (RFC 9110 §5.1), those of parts too (RFC 2045 §2).
  {
    id: 'header-names-in-capitals',
    title: 'writes header field names in capital letters',
    behaviour: () => spellingNames((name) => name.toUpperCase()),
  },
  // Fields that a client does not know are ignored (RFC 9110 §5.1).
  {
    id: 'headers-in-plenty',
    title: 'adds header fields and a cookie to every answer',
    behaviour: () => ({
      reply: (reply) => ({
        ...reply,
        headers: [
          ['Server', 'odd/1.0 (legal)'],
          ['Set-Cookie', 'session=1; Path=/'],
          ['Set-Cookie', 'second=2; Path=/'],
          ['X-Content-Type-Options', 'nosniff'],
          ['Vary', 'Accept, Accept-Encoding'],
          ['Cache-Control', 'no-store'],
          ...reply.headers,
        ],
      }),
    }),
  },
  // Transfer-Encoding takes the place of Content-Length (RFC 9112 §6); parts then need no length (PS3.18 Table 8.6.1-1).
  {
    id: 'chunked',
    title: 'sends every body in chunks of uneven size',
    behaviour: () => ({
      reply: (reply) => ({ ...withoutPartLengths(reply), framing: 'chunked' }),
      send: async (reply, response) => {
        writeHead(reply, response);
        const body = Buffer.concat(reply.body);
        for (let at = 0, size = 1; at < body.length; at += size, size = (size * 7 + 1) % 65_521) {
          await writeBytes(response, body.subarray(at, at + size));
        }
        response.end();
      },
    }),
  },
  // A response without length and chunks ends where the connection does (RFC 9112 §6.3).
  {
    id: 'close-delimited',
    title: 'ends every body by closing the connection',
    behaviour: () => ({ reply: (reply) => ({ ...reply, framing: 'close' }) }),
  },
  // Fields that are known only once the content is made may be left out of an answer to HEAD (RFC 9110 §9.3.2).
  {
    id: 'head-with-fewer-fields',
    title: 'answers HEAD without type and length of what GET would give',
    behaviour: () => ({
      reply: (reply, { method }) =>
        method === 'HEAD'
          ? {
              ...reply,
              headers: withoutHeader(reply.headers, 'Content-Type'),
              body: [],
              framing: 'chunked',
            }
          : reply,
    }),
  },
  // Persistent connections are an option of the server (RFC 9112 §9.6).
  {
    id: 'connection-closed-each-time',
    title: 'closes the connection behind every answer',
    behaviour: () => ({ reply: (reply) => ({ ...reply, headers: [...reply.headers, ['Connection', 'close']] }) }),
  },
  // Nothing is said about how a body is cut into packets.
  {
    id: 'drips',
    title: 'sends the first kilobyte of a body byte by byte',
    behaviour: () => ({
      send: async (reply, response) => {
        writeHead(reply, response);
        response.flushHeaders();
        const body = Buffer.concat(reply.body);
        for (let at = 0; at < Math.min(body.length, DRIPS); at++) {
          await writeBytes(response, body.subarray(at, at + 1));
          if (at % 64 === 0) await setTimeout(1);
        }
        await writeBytes(response, body.subarray(DRIPS));
        response.end();
      },
    }),
  },
  // A content coding that is accepted and announced is fine (RFC 9110 §8.4, §12.5.3).
  {
    id: 'gzip-on-request',
    title: 'compresses what a client accepts in gzip',
    behaviour: () =>
      changeReply(
        ({ headers }) => /\bgzip\b(?!;\s*q=0(\.0*)?($|,))/.test(String(headers['accept-encoding'] ?? '')),
        (reply) => ({
          ...reply,
          headers: [...reply.headers, ['Content-Encoding', 'gzip'], ['Vary', 'Accept-Encoding']],
          body: [gzipSync(Buffer.concat(reply.body))],
        }),
      ),
  },
  // A resource may lie elsewhere, and the Location may be a relative reference (RFC 9110 §10.2.2, §15.4; PS3.18 Table 8.5-1).
  {
    id: 'redirects-reads',
    title: 'redirects every GET with 302 to another URL of the server, which it names by its path',
    behaviour: () =>
      redirecting(
        ({ method }) => method === 'GET',
        302,
        (path) => path,
      ),
  },
  // 308 keeps the method and the content (RFC 9110 §15.4.9).
  {
    id: 'redirects-everything',
    title: 'redirects every request with 308, stores and deletes too',
    behaviour: () =>
      redirecting(
        () => true,
        308,
        (path, { base }) => new URL(path, base).href,
      ),
  },
  // Bulk data is often kept in an object store, whose URLs need no credentials and bear none (RFC 9110 §11.6.2).
  {
    id: 'bulk-data-on-another-host',
    title: 'redirects bulk data and frames with 307 to another host, which refuses the credentials of the first one',
    behaviour: () => {
      const redirect = redirecting(on(['bulkdata', 'frames']), 307, (path, { base }) => {
        const url = new URL(path, base);
        url.hostname = 'localhost';
        return url.href;
      });
      return {
        async handle(request, archive, next) {
          const isElsewhere = request.headers.host?.startsWith('localhost');
          if (isElsewhere && request.headers.authorization) throw new Refusal(400, 'credentials of another server');
          return redirect.handle ? redirect.handle(request, archive, next) : next(request, archive);
        },
      };
    },
  },
  // 429 and 503 with Retry-After ask the client to come back (RFC 9110 §10.2.3, RFC 6585 §4).
  {
    id: 'busy-now-and-then',
    title: 'puts off every tenth request with 429 or 503 and a time to come back',
    behaviour: () => {
      let count = 0;
      return {
        async handle(request, archive, next) {
          if (++count % 10 !== 0) return next(request, archive);
          throw new Refusal(count % 20 === 0 ? 429 : 503, 'too many requests at the moment', [['Retry-After', '0']]);
        },
      };
    },
  },
];
