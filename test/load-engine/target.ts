import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A small HTTP server on the loopback interface for scripts to talk to. */
export interface Target {
  readonly url: string;
  /** Request lines in the order in which they came. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Starts the server; each path answers as its name says. */
export async function startTarget(): Promise<Target> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, what = '', value = ''] = (request.url ?? '').split('/');
  const body = await bodyOf(request);
  switch (what.split('?')[0]) {
    case 'status':
      response.writeHead(Number(value)).end(value === '204' || value === '304' ? undefined : `status ${value}`);
      break;
    case 'bytes':
      response.end(Buffer.alloc(Number(value), 0x61));
      break;
    case 'binary':
      response.end(Buffer.from([0x00, 0xff, 0xfe, 0x80, 0x41]));
      break;
    case 'chunked':
      response.write('one ');
      response.write('two ');
      response.end('three');
      break;
    case 'close':
      response.setHeader('connection', 'close');
      response.end('closed');
      break;
    case 'slow':
      setTimeout(() => response.end('late'), Number(value));
      break;
    case 'redirect':
      response.writeHead(Number(value), { location: '/echo' }).end();
      break;
    case 'loop':
      response.writeHead(302, { location: `/loop/${Number(value) + 1}` }).end();
      break;
    case 'gzip':
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('packed text'));
      break;
    case 'gzip-not':
      response.setHeader('content-encoding', 'gzip');
      response.end('never packed');
      break;
    case 'cookie':
      response.setHeader('set-cookie', ['seen=yes; Path=/', 'other=1; Path=/nowhere']);
      response.end('cookie');
      break;
    case 'reset':
      request.socket.destroy();
      break;
    case 'repeated':
      response.setHeader('x-twice', ['a', 'b']);
      response.end('repeated');
      break;
    case 'json':
      response.setHeader('content-type', 'application/json');
      response.end('{"list":[{"name":"a"},{"name":"b"}],"dotted.key":1,"deep":{"value":[1,2,3]}}');
      break;
    case 'echo': {
      const { method, url, rawHeaders } = request;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ method, url, rawHeaders, body: body.toString('latin1') }));
      break;
    }
    default:
      response.end('ok');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
