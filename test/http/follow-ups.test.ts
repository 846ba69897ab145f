import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { answeredUrl } from '../../lib/http/exchange.ts';
import type { Target } from '../../lib/target/target.ts';
import { type RawServer, rawServer } from './raw-server.ts';
import { get, targetAt, textOf, transportFor } from './support.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

function answer(status: string, ...fields: readonly string[]): string {
  return [`HTTP/1.1 ${status}`, ...fields, 'Content-Length: 0', '', ''].join('\r\n');
}

/** A server that answers its requests one after another so, the last answer again and again. */
function inTurn(t: TestContext, ...answers: readonly string[]): Promise<RawServer> {
  let count = 0;
  return rawServer(t, ({ socket }) => socket.write(answers[Math.min(count++, answers.length - 1)] ?? ''));
}

function requestLines({ received }: RawServer): string[] {
  return received.flatMap((text) => text.match(/^[A-Z]+ \S+(?= HTTP)/gm) ?? []);
}

const SECRETS: Partial<Target> = {
  credentials: { kind: 'bearer', token: 'open-sesame' },
  extraHeaders: [['X-Tenant', 'ward-7']],
};
const WITH_SECRETS = { headers: [['Authorization', 'Bearer open-sesame'] as const, ['X-Tenant', 'ward-7'] as const] };

for (const status of ['301 Moved Permanently', '302 Found', '303 See Other', '307 Temporary', '308 Permanent']) {
  test(`a GET goes where ${status} leads, and stays the request that was made`, async (t) => {
    const server = await inTurn(t, answer(status, 'Location: ../b?c=d#e'), OK);
    const exchange = await get(transportFor(t, targetAt(server.url)), `${server.url}/a/x`);
    assert.equal(exchange.failure, null);
    assert.equal(textOf(exchange.response?.body), 'ok');
    assert.equal(exchange.request.url, `${server.url}/a/x`);
    assert.equal(answeredUrl(exchange), `${server.url}/b?c=d#e`);
    assert.deepEqual(
      exchange.earlier?.map(({ url, status: seen }) => [url, String(seen)]),
      [[`${server.url}/a/x`, status.slice(0, 3)]],
    );
    assert.deepEqual(requestLines(server), ['GET /a/x', 'GET /b?c=d']);
  });
}

test('credentials stay with the own origin, and are not given to another one', async (t) => {
  const other = await inTurn(t, OK);
  const own = await inTurn(t, answer('302 Found', 'Location: /moved'), answer('302 Found', `Location: ${other.url}/z`));
  const { response } = await get(transportFor(t, targetAt(own.url, SECRETS)), `${own.url}/a`, WITH_SECRETS);
  assert.equal(response?.status, 200);
  assert.equal(own.received.join('').match(/open-sesame/g)?.length, 2);
  assert.doesNotMatch(other.received.join(''), /authorization|sesame|tenant/i);
});

const POST = { method: 'POST', body: memorySource(Buffer.from('data')) };

test('a POST is repeated after 308 on the own origin, and sent to no other', async (t) => {
  const own = await inTurn(t, answer('308 Permanent Redirect', 'Location: /b'), OK);
  const { response } = await get(transportFor(t, targetAt(own.url)), `${own.url}/a`, POST);
  assert.equal(response?.status, 200);
  assert.deepEqual(requestLines(own), ['POST /a', 'POST /b']);
  assert.equal(own.received.join('').match(/\r\n\r\ndata/g)?.length, 2);

  const other = await inTurn(t, OK);
  const away = await inTurn(t, answer('307 Temporary Redirect', `Location: ${other.url}/b`));
  const refused = await get(transportFor(t, targetAt(away.url)), `${away.url}/a`, POST);
  assert.equal(refused.failure?.code, 'not-followed');
  assert.equal(refused.response?.status, 307);
  assert.deepEqual(other.received, []);
});

test('a DELETE is repeated only when its sender allows it, and never where a redirect leads', async (t) => {
  const PATH = '/dicom-web/studies/1.2';
  for (const mayRepeat of [undefined, async () => 'it was seen to hold something else', async () => null]) {
    const asked = { method: 'DELETE', ...(mayRepeat ? { mayRepeat } : {}) };
    const busy = await inTurn(t, answer('503 Service Unavailable', 'Retry-After: 0'), OK);
    const exchange = await get(transportFor(t, targetAt(busy.url)), `${busy.url}${PATH}`, asked);
    const isAllowed = (await mayRepeat?.()) === null;
    assert.deepEqual(requestLines(busy), [`DELETE ${PATH}`, ...(isAllowed ? [`DELETE ${PATH}`] : [])]);
    assert.equal(exchange.response?.status, isAllowed ? 200 : 503);
    for (const to of ['/v2/studies/1.2', PATH, `${PATH}?archive=prod`]) {
      const moved = await inTurn(t, answer('308 Permanent Redirect', `Location: ${to}`), OK);
      const { failure } = await get(transportFor(t, targetAt(moved.url)), `${moved.url}${PATH}`, asked);
      assert.deepEqual(requestLines(moved), [`DELETE ${PATH}`]);
      assert.equal(failure?.code, 'not-followed');
      assert.ok(failure?.message.includes(to), failure?.message);
    }
  }
});

test('303 sends a POST to read what came of it; 301 and 302 leave open how, and are not followed', async (t) => {
  const seeOther = await inTurn(t, answer('303 See Other', 'Location: /result'), OK);
  const headers = [['Content-Type', 'application/dicom'] as const, ['Accept', '*/*'] as const];
  const exchange = await get(transportFor(t, targetAt(seeOther.url)), `${seeOther.url}/a`, { ...POST, headers });
  assert.equal(exchange.response?.status, 200);
  assert.equal(exchange.request.method, 'POST');
  assert.deepEqual(requestLines(seeOther), ['POST /a', 'GET /result']);
  assert.doesNotMatch(seeOther.received.at(-1) ?? '', /content-type/i);
  for (const status of ['301 Moved Permanently', '302 Found']) {
    const server = await inTurn(t, answer(status, 'Location: /b'));
    const { failure } = await get(transportFor(t, targetAt(server.url)), `${server.url}/a`, POST);
    assert.equal(failure?.code, 'not-followed');
    assert.equal(requestLines(server).length, 1);
  }
});

test('redirects in a circle end as a failure of the server', async (t) => {
  const server = await inTurn(t, answer('302 Found', 'Location: /a'));
  const { failure, earlier } = await get(transportFor(t, targetAt(server.url)), `${server.url}/a`);
  assert.equal(failure?.code, 'redirect-loop');
  assert.equal(earlier?.length, 5);
  assert.equal(requestLines(server).length, 6);
});

test('what is no http URL, or carries credentials, or is none, is not followed', async (t) => {
  for (const location of ['file:///etc/passwd', 'http://a:b@127.0.0.1/', 'http://', 'http://169.254.169.254/latest']) {
    const server = await inTurn(t, answer('302 Found', `Location: ${location}`));
    const { failure, response } = await get(transportFor(t, targetAt(server.url)), `${server.url}/a`);
    assert.equal(failure?.code, 'not-followed', location);
    assert.equal(response?.status, 302);
  }
});

test('304, and a redirect that names no place, are answers as any other', async (t) => {
  for (const status of ['304 Not Modified', '302 Found', '300 Multiple Choices']) {
    const server = await inTurn(t, answer(status));
    const { failure, earlier } = await get(transportFor(t, targetAt(server.url)), server.url);
    assert.equal(failure, null);
    assert.equal(earlier, undefined);
  }
});

test('comes back to a server that is busy, with the same request', async (t) => {
  const past = new Date(0).toUTCString();
  for (const busy of [
    answer('429 Too Many Requests', 'Retry-After: 0'),
    answer('503 Service Unavailable', 'Retry-After: 0'),
    answer('503 Service Unavailable', `Retry-After: ${past}`),
  ]) {
    const server = await inTurn(t, busy, OK);
    const exchange = await get(transportFor(t, targetAt(server.url)), `${server.url}/a`, POST);
    assert.equal(exchange.response?.status, 200);
    assert.equal(exchange.earlier?.length, 1);
    assert.deepEqual(requestLines(server), ['POST /a', 'POST /a']);
    assert.equal(answeredUrl(exchange), `${server.url}/a`);
  }
});

test('a date to come back at counts from the clock of the server', async (t) => {
  const clock = Date.now() - 86_400_000;
  const dates = [new Date(clock + 1000), new Date(clock)].map((date) => date.toUTCString());
  const server = await inTurn(t, answer('503 Busy', `Retry-After: ${dates[0]}`, `Date: ${dates[1]}`), OK);
  const started = performance.now();
  const { response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response?.status, 200);
  assert.ok(performance.now() - started > 900);
});

test('comes back to a server that does not say when, and with a safe request to one that a gateway does not reach', async (t) => {
  for (const [status, options] of [
    ['503 Service Temporarily Unavailable', POST],
    ['502 Bad Gateway', {}],
    ['504 Gateway Time-out', {}],
  ] as const) {
    const server = await inTurn(t, answer(status), OK);
    const exchange = await get(transportFor(t, targetAt(server.url)), `${server.url}/a`, options);
    assert.equal(exchange.response?.status, 200, status);
    assert.equal(exchange.earlier?.length, 1);
  }
});

test('what a gateway may have passed on before it lost the answer is not sent again', async (t) => {
  for (const method of ['POST', 'DELETE']) {
    const server = await inTurn(t, answer('502 Bad Gateway'), OK);
    const { response, earlier } = await get(transportFor(t, targetAt(server.url)), server.url, { ...POST, method });
    assert.equal(response?.status, 502, method);
    assert.equal(earlier, undefined);
  }
});

test('comes back three times and waits no hour', async (t) => {
  const server = await inTurn(t, answer('429 Too Many Requests', 'Retry-After: 0'));
  const { response, earlier } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(response?.status, 429);
  assert.equal(earlier?.length, 3);
  const refusing = await inTurn(t, answer('429 Too Many Requests', 'Retry-After: 3600'));
  assert.equal((await get(transportFor(t, targetAt(refusing.url)), refusing.url)).earlier, undefined);
});

test('the end of the run ends the wait', async (t) => {
  const server = await inTurn(t, answer('429 Too Many Requests', 'Retry-After: 9'));
  const transport = transportFor(t, targetAt(server.url), { signal: AbortSignal.timeout(200) });
  const started = performance.now();
  const { response } = await get(transport, server.url);
  assert.equal(response?.status, 429);
  assert.ok(performance.now() - started < 5_000);
});
