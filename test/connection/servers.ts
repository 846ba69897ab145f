import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

/** What a test may start and has to close. */
export interface Started {
  readonly port: number;
  /** Requests so far: method, version of HTTP, and header fields. */
  readonly seen: Seen[];
  close(): void;
}

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly version: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** Answers whether a request shows the credentials that are wanted. */
type Admits = (headers: http.IncomingHttpHeaders, path: string) => boolean;

/** A hollow DICOMweb server: every search and metadata is empty, every store is taken. */
function dicomweb(seen: Seen[], admits: Admits, deleteStatus: number) {
  return (request: http.IncomingMessage, response: http.ServerResponse): void => {
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      version: request.httpVersion,
      headers: request.headers,
    });
    request.resume().on('end', () => {
      if (!admits(request.headers, request.url ?? '')) {
        response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Length': '0' }).end();
        return;
      }
      const status = request.method === 'DELETE' ? deleteStatus : 200;
      response.writeHead(status, { 'Content-Type': 'application/dicom+json', 'Content-Length': '2' }).end('[]');
    });
  };
}

interface Wish {
  /** TLS where it is given. */
  readonly tls?: TlsOptions;
  /** `both` lets the client choose, as servers do. */
  readonly speaks?: 'http1' | 'http2' | 'both';
  readonly admits?: Admits;
  readonly host?: string;
  readonly deleteStatus?: number;
}

/** Starts a DICOMweb server. */
export function startDicomWeb({
  tls,
  speaks = 'http1',
  admits = () => true,
  host = '127.0.0.1',
  deleteStatus = 404,
}: Wish): Promise<Started> {
  const seen: Seen[] = [];
  const answer = dicomweb(seen, admits, deleteStatus);
  // A request of HTTP/2 has the same methods as one of HTTP/1.1 where they are used here.
  const answer2 = answer as unknown as (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => void;
  const secure2 = { ...tls, allowHTTP1: speaks === 'both' };
  const server =
    speaks === 'http1'
      ? tls
        ? https.createServer({ ...tls, ALPNProtocols: ['http/1.1'] }, answer)
        : http.createServer(answer)
      : tls
        ? http2.createSecureServer(secure2, answer2)
        : http2.createServer(answer2);
  server.on('tlsClientError', () => {});
  server.on('sessionError', () => {});
  return listening(server, seen, host);
}

/** Starts a forward proxy: CONNECT, and plain requests with the whole URL. `user` is `name:password`. */
export function startProxy(user: string | null = null, tls?: TlsOptions): Promise<Started> {
  const seen: Seen[] = [];
  const wanted = user === null ? undefined : `Basic ${Buffer.from(user).toString('base64')}`;
  const isAdmitted = (request: http.IncomingMessage): boolean => {
    const { method = '', url = '', httpVersion: version, headers } = request;
    seen.push({ method, url, version, headers });
    return wanted === undefined || headers['proxy-authorization'] === wanted;
  };
  const server = tls ? https.createServer(tls) : http.createServer();
  server.on('tlsClientError', () => {});
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    if (!isAdmitted(request)) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end(`not ${request.headers['proxy-authorization']}`);
      return;
    }
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const onward = http.request(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end('nobody there'));
    request.pipe(onward);
  });
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    socket.on('error', () => {});
    if (!isAdmitted(request)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    if (/forbidden\.example/.test(request.url ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const place = new URL(`http://${request.url}`);
    const onward = connect(Number(place.port), place.hostname.replace(/^\[|\]$/g, ''), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  return listening(server, seen, '127.0.0.1');
}

/** Starts what takes connections and says what `act` has it say. */
export async function startRaw(act: (socket: Socket) => void): Promise<Started> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    act(socket);
  });
  return listening(server, [], '127.0.0.1');
}

/** A token endpoint whose tokens live for some seconds. Hands out `token-1`, `token-2`, … */
export async function startTokenEndpoint(
  client: { readonly id: string; readonly secret: string },
  {
    expiresIn = 3600,
    isInForm = false,
    tls,
    answer,
  }: { expiresIn?: number; isInForm?: boolean; tls?: TlsOptions; answer?: [number, string] } = {},
): Promise<Started & { tokens(): readonly string[] }> {
  const seen: Seen[] = [];
  const tokens: string[] = [];
  const handle = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const { method = '', url = '', httpVersion: version, headers } = request;
    seen.push({ method, url, version, headers });
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      const basic = `Basic ${Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64')}`;
      const isKnown = isInForm
        ? form.get('client_id') === client.id && form.get('client_secret') === client.secret
        : headers.authorization === basic;
      const send = (status: number, text: string) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
      if (answer) return send(...answer);
      if (!isKnown || form.get('grant_type') !== 'client_credentials') return send(401, '{"error":"invalid_client"}');
      if (form.get('scope') === 'wrong') return send(400, '{"error":"invalid_scope"}');
      tokens.push(`token-${tokens.length + 1}-of-the-endpoint`);
      return send(200, JSON.stringify({ access_token: tokens.at(-1), token_type: 'Bearer', expires_in: expiresIn }));
    });
  };
  const server = tls ? https.createServer(tls, handle) : http.createServer(handle);
  server.on('tlsClientError', () => {});
  return { ...(await listening(server, seen, '127.0.0.1')), tokens: () => tokens };
}

async function listening(
  server: Server | http.Server | http2.Http2Server,
  seen: Seen[],
  host: string,
): Promise<Started> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

interface GateWish extends Pick<Wish, 'tls' | 'speaks'> {
  readonly admits: Admits;
  /** Writes what it was sent into a header field of each answer, and into the body of each refusal. */
  readonly echoes?: boolean;
}

/** Starts what stands in front of a server: it looks at the credentials, and hands on what it lets pass. */
export function startGate(
  upstream: string,
  { tls, speaks = 'http1', admits, echoes = false }: GateWish,
): Promise<Started> {
  const seen: Seen[] = [];
  const pass = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const { method = '', url = '', httpVersion: version, headers } = request;
    seen.push({ method, url, version, headers });
    if (!admits(headers, url)) {
      request.resume();
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Length': '0' }).end();
      return;
    }
    const ours = Object.entries(headers).filter(([name]) => !/^(:.*|host|connection|authorization)$/.test(name));
    const options = { method, path: url, headers: Object.fromEntries(ours) };
    const onward = http.request(upstream, options, (answer) => {
      const { statusCode = 500 } = answer;
      const kept = Object.entries(answer.headers).filter(([name]) => !OF_A_CONNECTION.test(name));
      if (!echoes) {
        response.writeHead(statusCode, Object.fromEntries(kept) as http.OutgoingHttpHeaders);
        answer.pipe(response);
        return;
      }
      const echo = JSON.stringify(headers);
      const fields = Object.fromEntries([...kept, ['x-echo', echo]]) as http.OutgoingHttpHeaders;
      if (statusCode < 400) answer.pipe(response.writeHead(statusCode, fields));
      else {
        answer.resume();
        response.writeHead(statusCode, { 'x-echo': echo, 'content-type': 'text/plain' }).end(`refused: ${echo}`);
      }
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const pass2 = pass as unknown as (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => void;
  const secured = { ...tls, allowHTTP1: speaks === 'both' };
  const server =
    speaks === 'http1'
      ? tls
        ? https.createServer(tls, pass)
        : http.createServer(pass)
      : http2.createSecureServer(secured, pass2);
  server.on('tlsClientError', () => {});
  return listening(server, seen, '127.0.0.1');
}

const OF_A_CONNECTION = /^(connection|keep-alive|transfer-encoding)$/;
