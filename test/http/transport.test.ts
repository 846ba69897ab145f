import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { rawServer } from './raw-server.ts';
import { folderFor, get, targetAt, textOf, transportFor } from './support.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

test('records exactly the header fields that it sends', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(OK));
  const transport = transportFor(t, targetAt(server.url));
  const { request } = await get(transport, `${server.url}/a/../b?x=%5e&y`, {
    headers: [
      ['Accept', 'text/plain'],
      ['X-Twice', 'one'],
      ['x-twice', 'two'],
    ],
  });
  const [line, ...fields] = (server.received[0] ?? '').trimEnd().split('\r\n');
  assert.equal(line, 'GET /a/../b?x=%5e&y HTTP/1.1');
  assert.deepEqual(
    fields,
    request.headers.map(([name, value]) => `${name}: ${value}`),
  );
  assert.match(server.received[0] ?? '', /\r\nUser-Agent: dicomweb-harness\/\d+\.\d+\.\d+\S* \(T00\.1\)\r\n/);
});

test('sends a body with its length, as given', async (t) => {
  const body = Buffer.alloc(3_000_000, 'abcdefg');
  const server = await rawServer(t, ({ socket, text }) => {
    const wait = (): void => {
      if (text().length >= body.length) socket.write(OK);
      else setTimeout(wait, 5);
    };
    wait();
  });
  const transport = transportFor(t, targetAt(server.url));
  const exchange = await get(transport, server.url, { method: 'POST', body: memorySource(body) });
  const received = server.received[0] ?? '';
  assert.match(received, /\r\nContent-Length: 3000000\r\n/);
  assert.equal(received.slice(received.indexOf('\r\n\r\n') + 4), body.toString('latin1'));
  assert.equal(exchange.failure, null);
  assert.ok(exchange.timings.sent !== null && exchange.timings.firstByte !== null);
  assert.ok(exchange.timings.firstByte <= exchange.timings.end);
});

test('says Content-Length: 0 for a POST without a body', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(OK));
  await get(transportFor(t, targetAt(server.url)), server.url, { method: 'POST' });
  assert.match(server.received[0] ?? '', /\r\nContent-Length: 0\r\n/);
});

test('sends a chunked body when the request says so', async (t) => {
  const server = await rawServer(t, ({ socket, text }) => {
    const wait = (): void => {
      if (text().endsWith('0\r\n\r\n')) socket.write(OK);
      else setTimeout(wait, 5);
    };
    wait();
  });
  const exchange = await get(transportFor(t, targetAt(server.url)), server.url, {
    method: 'POST',
    headers: [['Transfer-Encoding', 'chunked']],
    body: memorySource(Buffer.from('hello')),
  });
  assert.equal(exchange.response?.status, 200);
  assert.doesNotMatch(server.received[0] ?? '', /content-length/i);
  assert.match(server.received[0] ?? '', /\r\n\r\n5\r\nhello\r\n0\r\n\r\n$/);
});

test('keeps names, order and repetition of response fields, and latin-1 bytes in them', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write(
      Buffer.from('HTTP/1.1 299 What Ever\r\nX-b: 1\r\nx-A: caf\xe9\r\nX-B: 2\r\nContent-Length: 0\r\n\r\n', 'latin1'),
    );
  });
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure, null);
  assert.equal(response?.status, 299);
  assert.equal(response?.reason, 'What Ever');
  assert.deepEqual(response?.headers, [
    ['X-b', '1'],
    ['x-A', 'caf\xe9'],
    ['X-B', '2'],
    ['Content-Length', '0'],
  ]);
});

test('keeps more header fields than Node does by itself', async (t) => {
  const fields = Array.from({ length: 3_000 }, (_, index) => `X-${index}: ${index}\r\n`).join('');
  const server = await rawServer(t, ({ socket }) =>
    socket.write(`HTTP/1.1 200 OK\r\n${fields}Content-Length: 0\r\n\r\n`),
  );
  const { response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response?.headers.length, 3_001);
});

test('keeps 1xx responses and trailers beside the final response', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n');
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 9\r\n\r\n');
  });
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure, null);
  assert.deepEqual(
    response?.interim?.map(({ status, reason, headers }) => [status, reason, headers]),
    [
      [103, 'Early Hints', [['Link', '</x>']]],
      [100, 'Continue', []],
    ],
  );
  assert.deepEqual(response?.trailers, [['X-Sum', '9']]);
  assert.equal(textOf(response?.body), 'ok');
});

test('follows no redirect, stores no cookie and decodes nothing', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write(
      'HTTP/1.1 302 Found\r\nLocation: /x\r\nSet-Cookie: a=b\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope',
    );
  });
  const transport = transportFor(t, targetAt(server.url));
  const { response } = await get(transport, server.url);
  assert.equal(response?.status, 302);
  assert.equal(textOf(response?.body), 'nope');
  await get(transport, server.url);
  assert.doesNotMatch(server.received.join(''), /cookie/i);
});

test('takes HTTP/1.0 and bodies that end with the connection', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.end('HTTP/1.0 200 OK\r\n\r\nuntil the end'));
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure, null);
  assert.equal(response?.httpVersion, '1.0');
  assert.equal(textOf(response?.body), 'until the end');
});

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

test('a HEAD with Content-Length and no body is complete', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n'));
  const { failure, response } = await get(transportFor(t, targetAt(server.url)), server.url, { method: 'HEAD' });
  assert.equal(failure, null);
  assert.equal(response?.body.length, 0);
});

test('records a reset in the middle of a body', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour');
    setTimeout(() => socket.resetAndDestroy(), 30);
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
    assert.ok(timings.end >= 75 && timings.end < 1_000, String(timings.end));
  }
});

test('a slow drip lasts as long as it drips, up to the overall bound', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.write('.'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  const transport = transportFor(t, targetAt(server.url, { timeoutMs: 100 }), { overallTimeoutMs: 400 });
  const { response, failure, timings } = await get(transport, server.url);
  assert.equal(failure?.code, 'timed-out');
  assert.match(failure?.message ?? '', /^not complete after 400 ms/);
  assert.ok(timings.end >= 390);
  assert.ok((response?.body.length ?? 0) >= 5);
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

test('a header block over one mebibyte is refused as malformed', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let count = 0; count < 160; count++) socket.write(`X-${count}: ${'x'.repeat(65_536)}\r\n`);
  });
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response, null);
  assert.equal(failure?.code, 'malformed');
  assert.match(failure?.message ?? '', /HPE_HEADER_OVERFLOW/);
  assert.ok((failure?.message ?? '').length < 2_000);
});

test('a header block of 500 KiB is taken', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(500_000)}\r\nContent-Length: 0\r\n\r\n`);
  });
  const { response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response?.headers[0]?.[1].length, 500_000);
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

test('spools large bodies to a file and keeps small ones in memory', async (t) => {
  const large = Buffer.alloc(3 << 20, 'spool me ');
  const server = await rawServer(t, ({ socket, text }) => {
    const body = text().startsWith('GET /large') ? large : Buffer.from('small');
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.end(body);
  });
  const folder = folderFor(t);
  const transport = transportFor(t, targetAt(server.url), { spoolFolder: folder });
  const small = await get(transport, `${server.url}/small`);
  assert.equal(textOf(small.response?.body), 'small');
  assert.deepEqual(readdirSync(folder), []);
  const exchange = await get(transport, `${server.url}/large`, { id: 'T04/../1' });
  assert.equal(textOf(exchange.response?.body), large.toString('latin1'));
  const [file, ...others] = readdirSync(folder);
  assert.match(file ?? '', /^T04_.._1\.[0-9a-f]{8}\.spool$/);
  assert.deepEqual(others, []);
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
  const server = await rawServer(t, ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour'));
  const run = new AbortController();
  const transport = transportFor(t, targetAt(server.url), { signal: run.signal });
  setTimeout(() => run.abort(), 50);
  const exchange = await get(transport, server.url);
  assert.equal(exchange.failure?.code, 'aborted');
  assert.equal(textOf(exchange.response?.body), 'four');
  assert.equal((await get(transport, server.url)).failure?.code, 'aborted');
});

test('rejects what cannot be put on the wire', async (t) => {
  const transport = transportFor(t, targetAt('http://127.0.0.1:1'));
  await assert.rejects(get(transport, 'file:///etc/passwd'), TypeError);
  await assert.rejects(get(transport, 'http://127.0.0.1:1/', { headers: [['X', 'a\r\nb: c']] }), TypeError);
});

test('repeats a safe request once when a pooled connection is closed, and nothing else', async (t) => {
  const server = await rawServer(t, ({ socket, text }) => {
    if (text().split('HTTP/1.1\r\n').length > 2) socket.destroy();
    else socket.write(OK);
  });
  const transport = transportFor(t, targetAt(server.url));
  assert.equal((await get(transport, server.url)).response?.status, 200);
  const second = await get(transport, server.url);
  assert.equal(second.response?.status, 200, second.failure?.message);
  assert.equal(server.received.length, 2);
});

test('uses a connection again for safe requests and a new one for every other', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(OK));
  const transport = transportFor(t, targetAt(server.url));
  await get(transport, server.url);
  await get(transport, server.url);
  assert.equal(server.received.length, 1);
  await get(transport, server.url, { method: 'DELETE' });
  await get(transport, server.url, { method: 'POST' });
  assert.equal(server.received.length, 3);
});

test('does not repeat a request on a fresh connection that breaks', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.destroy());
  const { failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.ok(failure);
  assert.equal(server.received.length, 1);
});

test('lets an idle connection go before a server that waits one second does', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(OK));
  const transport = transportFor(t, targetAt(server.url));
  await get(transport, server.url);
  await sleep(950);
  await get(transport, server.url);
  assert.equal(server.received.length, 2);
});

test('an active connection is not taken for an idle one', async (t) => {
  const server = await rawServer(t, ({ socket }) => setTimeout(() => socket.write(OK), 1_000));
  const { response, failure } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure, null);
  assert.equal(response?.status, 200);
  assert.equal(server.received.length, 1);
});

test('parallel requests do not take each other for bytes after a response', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
  const transport = transportFor(t, targetAt(server.url));
  const rounds = Array.from({ length: 40 }, (_, index) => sleep(index).then(() => get(transport, server.url)));
  for (const { failure } of await Promise.all(rounds)) assert.equal(failure, null, failure?.message);
});
