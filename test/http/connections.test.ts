import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rawServer } from './raw-server.ts';
import { get, targetAt, transportFor } from './support.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

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
