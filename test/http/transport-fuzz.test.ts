import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rawServer } from './raw-server.ts';
import { get, targetAt, textOf, transportFor } from './support.ts';

const RESPONSES = [
  'HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 11\r\n\r\nhello world',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n5;a=b\r\nworld\r\n0\r\nX-T: 1\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nA: 1\r\nA: 2\r\nContent-Length: 0\r\n\r\n',
];

test('a response reads the same however it is split into packets', async (t) => {
  let pieces: readonly string[] = [];
  const server = await rawServer(t, async ({ socket }) => {
    for (const piece of pieces) {
      socket.write(piece, 'latin1');
      await sleep(1);
    }
  });
  const transport = transportFor(t, targetAt(server.url));
  for (const response of RESPONSES) {
    const records = new Set<string>();
    for (let at = 1; at < response.length; at++) {
      pieces = [response.slice(0, at), response.slice(at)];
      const exchange = await get(transport, server.url);
      assert.equal(exchange.failure, null, `${at}: ${exchange.failure?.message}`);
      records.add(JSON.stringify([{ ...exchange.response, body: textOf(exchange.response?.body) }]));
    }
    assert.equal(records.size, 1);
  }
});

test('a damaged response ends as a record: never as an exception, never as a wait beyond the bounds', async (t) => {
  let state = 11;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let answer = '';
  const server = await rawServer(t, ({ socket }) => socket.end(answer, 'latin1'));
  const transport = transportFor(t, targetAt(server.url, { timeoutMs: 1_000 }));
  const seen = new Set<string>();
  for (let round = 0; round < 300; round++) {
    const whole = RESPONSES[round % RESPONSES.length] ?? '';
    const at = random(whole.length);
    const damage = [
      () => whole.slice(0, at),
      () => whole.slice(0, at) + String.fromCharCode(random(256)) + whole.slice(at + 1),
      () => whole.slice(0, at) + whole.slice(at + 1 + random(4)),
      () => whole.slice(0, at) + whole.slice(random(whole.length)),
    ];
    answer = damage[random(damage.length)]?.() ?? '';
    const { response, failure } = await get(transport, server.url);
    assert.ok(response !== null || failure !== null, JSON.stringify(answer));
    assert.ok((response?.body.length ?? 0) <= answer.length);
    seen.add(failure?.code ?? 'complete');
  }
  assert.deepEqual([...seen].sort(), ['complete', 'malformed', 'truncated']);
});
