import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
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

test('stores no cookie and decodes nothing', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope');
  });
  const transport = transportFor(t, targetAt(server.url));
  const { response } = await get(transport, server.url);
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

test('a HEAD with Content-Length and no body is complete', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n'));
  const { failure, response } = await get(transportFor(t, targetAt(server.url)), server.url, { method: 'HEAD' });
  assert.equal(failure, null);
  assert.equal(response?.body.length, 0);
});

test('a header block of 500 KiB is taken', async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(500_000)}\r\nContent-Length: 0\r\n\r\n`);
  });
  const { response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response?.headers[0]?.[1].length, 500_000);
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

test('rejects what cannot be put on the wire', async (t) => {
  const transport = transportFor(t, targetAt('http://127.0.0.1:1'));
  await assert.rejects(get(transport, 'file:///etc/passwd'), TypeError);
  await assert.rejects(get(transport, 'http://127.0.0.1:1/', { headers: [['X', 'a\r\nb: c']] }), TypeError);
});

test('refuses what writes to a target that may only be read, before a connection is made', async (t) => {
  const server = await rawServer(t, ({ socket }) => socket.write(OK));
  const transport = transportFor(t, targetAt(server.url, { isReadOnly: true }));
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'get']) {
    const { failure, response, timings } = await get(transport, server.url, { method });
    assert.deepEqual([failure?.code, response, timings.sent], ['refused-read-only', null, null]);
  }
  assert.deepEqual(server.received, []);
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    assert.notEqual((await get(transport, server.url, { method })).response, null);
});
