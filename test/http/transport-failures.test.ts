import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { rawServer } from './raw-server.ts';
import { get, targetAt, textOf, transportFor } from './support.ts';

const broken: readonly [name: string, answer: string, code: string, body: string | null][] = [
  ['a body shorter than its Content-Length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour', 'truncated', 'four'],
  [
    'a chunked body without its last chunk',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n',
    'truncated',
    'four',
  ],
  [
    'a chunk size that is no number',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\nzz\r\n',
    'malformed',
    'four',
  ],
  ['a header block that breaks off', 'HTTP/1.1 200 OK\r\nContent-Le', 'truncated', null],
  ['no answer at all', '', 'truncated', null],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'malformed', null],
  [
    'Content-Length beside Transfer-Encoding',
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'malformed',
    null,
  ],
  [
    'two different Content-Lengths',
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nfour',
    'malformed',
    null,
  ],
  ['a control character in a header', 'HTTP/1.1 200 OK\r\nX: a\x01b\r\nContent-Length: 0\r\n\r\n', 'malformed', null],
  [
    'a protocol switch',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    'malformed',
    '',
  ],
  ['bytes after a 204', 'HTTP/1.1 204 No Content\r\n\r\nsurprise', 'malformed', ''],
  ['bytes beyond Content-Length', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more', 'malformed', 'four'],
];
for (const [name, answer, code, body] of broken) {
  test(`records ${name} as ${code}, with what had come`, async (t) => {
    const server = await rawServer(t, ({ socket }) => socket.end(answer, 'latin1'));
    const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
    assert.equal(failure?.code, code, failure?.message);
    assert.equal(response ? textOf(response.body) : null, body);
  });
}

test('notices a body after a 204 or a HEAD that comes in a packet of its own', async (t) => {
  for (const [method, head] of [
    ['DELETE', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n'],
  ] as const) {
    const server = await rawServer(t, ({ socket }) => {
      socket.write(head);
      setImmediate(() => socket.write('surprise'));
    });
    const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url, { method });
    assert.match(failure?.message ?? '', /bytes follow the end of the response: "surprise"/, method);
    assert.ok(response);
  }
});

test('records a reset in the middle of a body', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour');
    setTimeout(() => socket.resetAndDestroy(), 300);
  });
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure?.code, 'reset');
  assert.equal(textOf(response?.body), 'four');
});

test('gives up when no byte comes for the configured wait, in every phase', async (t) => {
  for (const [answer, phase] of [
    ['', 'of the response'],
    ['HTTP/1.1 200 OK\r\nContent-Le', 'of the response'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour', 'within the body, after 4 bytes'],
  ] as const) {
    const server = await rawServer(t, ({ socket }) => socket.write(answer));
    const { failure, timings } = await get(transportFor(t, targetAt(server.url, { timeoutMs: 80 })), server.url);
    assert.equal(failure?.code, 'timed-out');
    assert.equal(failure?.message, `no byte for 80 ms ${phase}`);
    assert.ok(timings.end >= 75 && timings.end < 10_000, String(timings.end));
  }
});

test('a slow drip lasts as long as it drips, up to the overall bound', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.write('.'), 50);
    socket.on('close', () => clearInterval(drip));
  });
  // Twenty drips in each wait, so that on a busy machine none of the waits passes without one.
  const transport = transportFor(t, targetAt(server.url, { timeoutMs: 1_000 }), { overallTimeoutMs: 2_500 });
  const { response, failure, timings } = await get(transport, server.url);
  assert.equal(failure?.code, 'timed-out');
  assert.match(failure?.message ?? '', /^not complete after \d+ ms/);
  assert.ok(timings.end >= 2_490, String(timings.end));
  assert.ok((response?.body.length ?? 0) >= 5);
});

test('a large body takes the time that it takes', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 8000000\r\n\r\n');
    let count = 0;
    const flow = setInterval(() => {
      socket.write(Buffer.alloc(100_000));
      if (++count === 80) clearInterval(flow);
    }, 30);
    socket.on('close', () => clearInterval(flow));
  });
  // It comes in no less than two of these times, and a single packet in each of them is enough.
  const transport = transportFor(t, targetAt(server.url, { timeoutMs: 5_000 }), { overallTimeoutMs: 1_000 });
  const { response, failure } = await get(transport, server.url);
  assert.equal(failure, null);
  assert.equal(response?.body.length, 8_000_000);
});

test('gives up on a peer that does not take the body', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.pause());
  const transport = transportFor(t, targetAt(server.url, { timeoutMs: 150 }));
  const exchange = await get(transport, server.url, { method: 'POST', body: memorySource(Buffer.alloc(32 << 20)) });
  assert.equal(exchange.failure?.code, 'timed-out');
  assert.match(exchange.failure?.message ?? '', /while sending the request$/);
  assert.equal(exchange.timings.sent, null);
});

test('takes an early refusal while the body is still being sent', async (t) => {
  for (const ending of ['end', 'stay'] as const) {
    const server = await rawServer(t, ({ socket }) => {
      socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 8\r\n\r\ntoo much');
      if (ending === 'end') socket.end();
    });
    const transport = transportFor(t, targetAt(server.url));
    const exchange = await get(transport, server.url, { method: 'POST', body: memorySource(Buffer.alloc(64 << 20)) });
    assert.equal(exchange.response?.status, 413, exchange.failure?.message);
    assert.equal(textOf(exchange.response?.body), 'too much');
    assert.equal(exchange.failure, null);
    assert.equal(exchange.timings.sent, null);
    assert.ok((server.received[0] ?? '').length < 32 << 20);
  }
});

test('takes an early refusal of a server that closes with the rest of the body unread', async (t) => {
  for (let round = 0; round < 20; round++) {
    const server = await rawServer(t, ({ socket }) => {
      socket.pause();
      socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone', () => socket.resetAndDestroy());
    });
    const transport = transportFor(t, targetAt(server.url));
    const exchange = await get(transport, server.url, { method: 'POST', body: memorySource(Buffer.alloc(8 << 20)) });
    assert.equal(exchange.response?.status, 404, exchange.failure?.message);
    assert.equal(textOf(exchange.response?.body), 'none');
    assert.equal(exchange.failure, null);
  }
});

test('names a reset that answers nothing as one', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.pause().resetAndDestroy());
  const transport = transportFor(t, targetAt(server.url));
  const exchange = await get(transport, server.url, { method: 'POST', body: memorySource(Buffer.alloc(8 << 20)) });
  assert.equal(exchange.failure?.code, 'reset', exchange.failure?.message);
});

test('a header block over one mebibyte is over a bound of ours, and no breach', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let count = 0; count < 160; count++) socket.write(`X-${count}: ${'x'.repeat(65_536)}\r\n`);
  });
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response, null);
  assert.equal(failure?.code, 'too-large');
  assert.match(failure?.message ?? '', /the header section is larger than the limit of 1048576 bytes/);
  assert.ok((failure?.message ?? '').length < 2_000);
});

test('names what cannot be reached', async (t) => {
  const server = await rawServer(t, () => {});
  const transport = transportFor(t, targetAt(server.url));
  const closed = await get(transport, 'http://127.0.0.1:1/');
  assert.equal(closed.failure?.code, 'unreachable');
  assert.match(closed.failure?.message ?? '', /ECONNREFUSED/);
  const nameless = await get(transport, 'http://no-such-host.invalid/');
  assert.equal(nameless.failure?.code, 'unreachable');
});

test('plain HTTP on the port of a TLS request is a TLS failure', async (t) => {
  const speaker = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => speaker.listen(0, '127.0.0.1', resolve));
  t.after(() => speaker.close());
  const { port } = speaker.address() as AddressInfo;
  const url = `https://127.0.0.1:${port}/`;
  const { failure } = await get(transportFor(t, targetAt(url)), url);
  assert.equal(failure?.code, 'tls');
});

test('stops at the configured size of a body', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(100_000)}`));
  const { failure, response } = await get(
    transportFor(t, targetAt(server.url), { maximumBodyBytes: 1_000 }),
    server.url,
  );
  assert.equal(failure?.code, 'too-large');
  assert.ok((response?.body.length ?? 0) <= 1_000);
});

test('a spool folder that cannot be written is an error of the harness', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(2 << 20)}`));
  const transport = transportFor(t, targetAt(server.url), { spoolFolder: '/dev/null/spool' });
  await assert.rejects(get(transport, server.url), /ENOTDIR/);
});

test('an abort signal ends the exchange', async (t) => {
  const run = new AbortController();
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour');
    setTimeout(() => run.abort(), 500);
  });
  const transport = transportFor(t, targetAt(server.url), { signal: run.signal });
  const exchange = await get(transport, server.url);
  assert.equal(exchange.failure?.code, 'aborted');
  assert.equal(textOf(exchange.response?.body), 'four');
  assert.equal((await get(transport, server.url)).failure?.code, 'aborted');
});
