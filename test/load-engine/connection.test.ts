import assert from 'node:assert/strict';
import { createServer as createHttp2 } from 'node:http2';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { BodyCollector } from '../../lib/load-engine/http/body.ts';
import { BodyRoom, USUAL_BODIES } from '../../lib/load-engine/http/body-room.ts';
import type { Carrier, ExchangeListener } from '../../lib/load-engine/http/carrier.ts';
import { Connection } from '../../lib/load-engine/http/connection.ts';
import { Exchange, type ExchangeOutcome } from '../../lib/load-engine/http/exchange.ts';
import { Http2Connection } from '../../lib/load-engine/http/http2-connection.ts';
import { runEmbedded } from './both-engines.ts';

const INTERIM = BOUNDS.interimResponses.limit;

interface Wire {
  readonly port: number;
  readonly connections: Socket[];
  close(): void;
}

/** A server that does with each connection what `serve` says. */
async function wire(serve: (socket: Socket, index: number) => void): Promise<Wire> {
  const connections: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    connections.push(socket);
    serve(socket, connections.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    port: address.port,
    connections,
    close() {
      for (const socket of connections) socket.destroy();
      server.close();
    },
  };
}

function connect(port: number): Connection {
  return new Connection({ secure: false, host: '127.0.0.1', port }, USUAL_CONNECTION, () => {});
}

function exchange(
  connection: Carrier,
  body: Uint8Array | null,
  keepBody = true,
  timeoutMs = 5000,
): Promise<ExchangeOutcome> {
  const method = body === null ? 'GET' : 'POST';
  const length = body === null ? '' : `Content-Length: ${body.byteLength}\r\n`;
  const head = `${method} / HTTP/1.1\r\nHost: x\r\n${length}\r\n`;
  return new Promise((resolve) => {
    new Exchange(
      connection,
      { method, head, body, keepBody, bodies: new BodyRoom(USUAL_BODIES), timeoutMs, startedAt: performance.now() },
      resolve,
    );
  });
}

const ok = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('a connection carries one exchange after the other, bodies of any size', async () => {
  const sizes = [0, 1, 16_000, 16_384, 130_000, 131_072, 1_000_003];
  const server = await wire((socket) => {
    socket.on('data', () => {
      const size = sizes.shift() ?? 0;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
      socket.write(Buffer.from(Array.from({ length: size }, (_, i) => i % 251)));
    });
  });
  const connection = connect(server.port);
  for (const size of [...sizes]) {
    const outcome = await exchange(connection, null);
    const body = outcome.body.take();
    assert.equal(body.byteLength, size);
    assert.equal(body.buffer.byteLength, size);
    assert.ok(body.every((byte, i) => byte === i % 251));
  }
  assert.equal(server.connections.length, 1);
  assert.equal(connection.usable, true);
  connection.destroy();
  server.close();
});

test('a large request reaches the server as it is, however slowly it is taken', async () => {
  const sent = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * 7) % 256));
  const pieces: Buffer[] = [];
  let length = 0;
  const server = await wire((socket) => {
    socket.on('data', (bytes) => {
      pieces.push(bytes);
      length += bytes.length;
      socket.pause();
      setTimeout(() => socket.resume(), 2);
      if (length >= sent.length + 40) socket.write(ok('taken'));
    });
  });
  const connection = connect(server.port);
  const outcome = await exchange(connection, sent);
  assert.equal(outcome.failure, null);
  const received = Buffer.concat(pieces);
  assert.ok(received.subarray(received.indexOf('\r\n\r\n') + 4).equals(sent));
  assert.ok(outcome.timings.sending > 0);
  connection.destroy();
  server.close();
});

test('an answer before the whole request was taken ends the connection before the body may change', async () => {
  let received = 0;
  const server = await wire((socket) => {
    socket.once('data', (bytes) => {
      received = bytes.length;
      socket.pause();
      socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno');
    });
  });
  const connection = connect(server.port);
  const outcome = await exchange(connection, Buffer.alloc(30_000_000, 1));
  assert.equal(outcome.head?.status, 413);
  assert.equal(outcome.timings.sending, 0);
  assert.equal(outcome.timings.waiting, 0);
  assert.ok(outcome.timings.receiving > 0);
  assert.equal(connection.usable, false);
  assert.ok(received < 30_000_000);
  server.close();
});

test('what follows an answer is not taken for the next one', async () => {
  const server = await wire((socket) => socket.on('data', () => socket.write(`${ok('one')}${ok('two')}`)));
  const connection = connect(server.port);
  const outcome = await exchange(connection, null);
  assert.equal(outcome.body.take().toString(), 'one');
  assert.equal(connection.usable, false);
  server.close();
});

test('an answer that stops half-way, is no HTTP, or never comes is a failure', async () => {
  const cases: readonly (readonly [answer: string | null, code: number])[] = [
    ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', 1000],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123', 1000],
    ['SSH-2.0-OpenSSH_9.2\r\n\r\n', 1000],
    ['', 1000],
    [null, 1050],
  ];
  for (const [answer, code] of cases) {
    const server = await wire((socket) => {
      socket.once('data', () => {
        if (answer !== null) socket.end(answer);
      });
    });
    const outcome = await exchange(connect(server.port), null, true, 300);
    assert.equal(outcome.failure?.code, code, `${answer}`);
    assert.equal(outcome.head, null);
    server.close();
  }
});

/** A head of this status again and again. */
const interim = (count: number): string => 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(count);

test('a flood of interim responses ends the request, and says why', { timeout: 20_000 }, async () => {
  const server = await wire((socket) => {
    socket.once('data', () => {
      const more = () => {
        while (socket.writable && socket.write(interim(1_000)));
      };
      socket.on('drain', more);
      more();
    });
  });
  const outcome = await exchange(connect(server.port), null, true, 15_000);
  assert.match(outcome.failure?.message ?? '', new RegExp(`^more than ${INTERIM} interim responses`));
  server.close();
});

test('as many interim responses as are allowed may come before each answer', async () => {
  const server = await wire((socket) => socket.on('data', () => socket.write(`${interim(INTERIM)}${ok('one')}`)));
  const connection = connect(server.port);
  for (let count = 0; count < 2; count++) assert.equal((await exchange(connection, null)).failure, null);
  connection.destroy();
  server.close();
});

test('a flood of interim responses on HTTP/2 ends the request, and says why', { timeout: 20_000 }, async () => {
  let sent = 0;
  const server = createHttp2();
  server.on('stream', (stream) => {
    stream.on('error', () => {});
    const more = () => {
      if (stream.destroyed) return;
      for (let count = 0; count < 50; count++, sent++) stream.additionalHeaders({ ':status': 102 });
      setImmediate(more);
    };
    more();
  });
  server.on('sessionError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = new Http2Connection({ secure: false, host: '127.0.0.1', port }, USUAL_CONNECTION, () => {});
  const outcome = await exchange(connection, null, true, 15_000);
  assert.match(outcome.failure?.message ?? '', new RegExp(`^more than ${INTERIM} interim responses`));
  assert.ok(sent > INTERIM);
  assert.equal(connection.usable, false);
  server.close();
});

test('an endless head is refused before it fills the memory', async () => {
  const server = await wire((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = () => {
        while (socket.writable && socket.write(`X-${'a'.repeat(60_000)}: b\r\n`));
      };
      socket.on('drain', more);
      more();
    });
  });
  const outcome = await exchange(connect(server.port), null);
  assert.match(outcome.failure?.message ?? '', /too long/);
  server.close();
});

test('a listener hears no more once the connection was destroyed', async () => {
  const server = await wire((socket) => socket.on('data', () => setTimeout(() => socket.write(ok('late')), 50)));
  const connection = connect(server.port);
  let calls = 0;
  const count = () => {
    calls++;
  };
  const listener: ExchangeListener = {
    connected: () => {},
    secured: () => {},
    sent: () => connection.destroy(),
    firstByte: count,
    head: count,
    bodyBytes: count,
    bodyRoom: () => null,
    end: count,
    failed: count,
  };
  connection.exchange('GET', 'GET / HTTP/1.1\r\n\r\n', null, listener);
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal(calls, 0);
  server.close();
});

test('a kept connection that the server gave up costs a GET nothing, and a POST is not sent twice', async () => {
  let requests = 0;
  const server = await wire((socket) => {
    let served = 0;
    socket.on('data', () => {
      requests++;
      // Every connection answers once, and dies on its second request.
      if (++served === 1) socket.write(ok('fine'));
      else socket.destroy();
    });
  });
  const run = await runEmbedded({
    script: `const http = require('k6/http');
      exports.default = async () => {
        const url = __ENV.URL, seen = [];
        for (const method of ['GET', 'GET', 'POST', 'POST']) seen.push((await http.request(method, url, method === 'POST' ? 'x' : null)).status);
        console.log('SEEN ' + seen.join(' '));
      };`,
    env: { URL: `http://127.0.0.1:${server.port}/` },
  });
  // The first POST meets the connection of the second GET, which dies with it; the second gets a new one.
  assert.match(run.log, /SEEN 200 200 0 200/);
  assert.equal(requests, 5);
  server.close();
});

test('a body without an end is kept up to a limit, and one that is not kept is only counted', () => {
  const piece = new Uint8Array(40_000).fill(7);
  const room = new BodyRoom({ longest: 100_000, together: 100_000 });
  const kept = new BodyCollector(true, room);
  kept.add(piece);
  kept.add(piece);
  assert.throws(() => kept.add(piece), /the body of the answer is longer than 100000 bytes/);
  const counted = new BodyCollector(false, room);
  for (let count = 0; count < 5; count++) counted.add(piece);
  assert.equal(counted.length, 200_000);
});

test('bodies that are on their way share the memory, and short ones always have some', () => {
  const room = new BodyRoom({ longest: 8 << 20, together: 6 << 20 });
  const [first, second, short] = [0, 1, 2].map(() => new BodyCollector(true, room));
  first?.add(new Uint8Array(4 << 20));
  assert.throws(() => second?.add(new Uint8Array(4 << 20)), /take more memory than they may together/);
  second?.add(new Uint8Array(2 << 20));
  short?.add(new Uint8Array(1 << 20));
  for (const body of [first, short]) body?.release();
  second?.add(new Uint8Array(4 << 20));
  assert.equal(second?.length, 6 << 20);
});
