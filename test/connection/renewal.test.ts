import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { requestSender } from '../../lib/dicomweb/send.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { tokenIn } from '../../lib/target/tokens/token.ts';
import { TokenSource } from '../../lib/target/tokens/token-source.ts';
import { startDicomWeb, startTokenEndpoint } from './servers.ts';
import type { Env } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'harness-renewal-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Sends requests as the client does, to a server that takes one token at a time. */
async function sender(t: TestContext, accepted: () => string | null, env: Env, closed = /(?!)/) {
  const server = await startDicomWeb({
    admits: ({ authorization }, path) => authorization === `Bearer ${accepted()}` && !closed.test(path),
  });
  const url = `http://127.0.0.1:${server.port}`;
  const target = resolveTarget({ target: url, embedded: false }, env);
  const transport = createTransport({ target, spoolFolder: join(folder, 'spool') });
  t.after(() => {
    transport.close();
    server.close();
  });
  let count = 0;
  const send = requestSender({ target, transport, nextExchangeId: () => `T00.${++count}` });
  const ask = (method = 'GET', path = '/studies') => {
    const body = method === 'POST' ? { body: memorySource(Buffer.from('a body')) } : {};
    return send({ operation: 'test', method, url: url + path, accept: '*/*', options: undefined, ...body });
  };
  return { ask, server };
}

function tokenFile(name: string, token: string): string {
  const path = join(folder, name);
  writeFileSync(path, token);
  return path;
}

test('tokens of an endpoint that live for a second are renewed before they end: no request is refused', async (t) => {
  const endpoint = await startTokenEndpoint({ id: 'a', secret: 'b' }, { expiresIn: 1 });
  t.after(() => endpoint.close());
  const env = {
    DICOMWEB_OAUTH_TOKEN_URL: `http://127.0.0.1:${endpoint.port}/token`,
    DICOMWEB_OAUTH_CLIENT_ID: 'a',
    DICOMWEB_OAUTH_CLIENT_SECRET: 'b',
  };
  const { ask, server } = await sender(t, () => endpoint.tokens().at(-1) ?? null, env);
  for (let count = 0; count < 12; count++) {
    const { response, earlier } = await ask();
    assert.equal(response?.status, 200);
    assert.equal(earlier, undefined);
    await sleep(200);
  }
  assert.ok(endpoint.tokens().length >= 3, String(endpoint.tokens().length));
  assert.equal(server.seen.length, 12);
});

test('a token file that was replaced is read again before the next request', async (t) => {
  let accepted = 'first-token';
  const path = tokenFile('replaced', accepted);
  const { ask } = await sender(t, () => accepted, { DICOMWEB_TOKEN_FILE: path });
  assert.equal((await ask()).response?.status, 200);
  accepted = 'second-token';
  renameSync(tokenFile('next', accepted), path);
  const { response, earlier, request } = await ask();
  assert.equal(response?.status, 200);
  assert.equal(earlier, undefined);
  assert.deepEqual(
    request.headers.filter(([name]) => name === 'Authorization'),
    [['Authorization', 'Bearer ***']],
  );
});

for (const method of ['GET', 'POST']) {
  test(`a command is run again after a 401, and the ${method} is repeated`, async (t) => {
    let accepted = 'token-of-command-1';
    const path = tokenFile(`for-${method}`, accepted);
    const { ask, server } = await sender(t, () => accepted, { DICOMWEB_TOKEN_COMMAND: `cat ${path}` });
    assert.equal((await ask()).response?.status, 200);
    accepted = 'token-of-command-2';
    writeFileSync(path, accepted);
    await sleep(1_050);
    const { response, earlier, failure } = await ask(method);
    assert.equal(failure, null);
    assert.equal(response?.status, 200);
    assert.deepEqual(
      earlier?.map(({ status }) => status),
      [401],
    );
    assert.deepEqual(
      server.seen.map((each) => each.method),
      ['GET', method, method],
    );
  });
}

test('a DELETE that was refused is not sent again, unless its sender looked once more', async (t) => {
  let accepted = 'first-token';
  const path = tokenFile('of-delete', accepted);
  const { ask, server } = await sender(t, () => accepted, { DICOMWEB_TOKEN_COMMAND: `cat ${path}` });
  await ask();
  accepted = 'second-token';
  writeFileSync(path, accepted);
  await sleep(1_050);
  const { response } = await ask('DELETE');
  assert.equal(response?.status, 401);
  assert.equal(server.seen.filter(({ method }) => method === 'DELETE').length, 1);
});

test('a token that ends and cannot be renewed is told as such, and its answer is not judged', async (t) => {
  let accepted = 'the-token';
  const { ask } = await sender(t, () => accepted, { DICOMWEB_TOKEN: 'the-token' });
  assert.equal((await ask()).response?.status, 200);
  accepted = 'another';
  const { response, failure, earlier } = await ask('POST');
  assert.equal(response, null);
  assert.equal(failure?.code, 'credentials');
  assert.match(failure?.message ?? '', /taken before and are refused now/);
  assert.match(failure?.hint ?? '', /DICOMWEB_TOKEN_FILE/);
  assert.deepEqual(
    earlier?.map(({ status }) => status),
    [401],
  );
});

test('credentials that ended are sent no more', async (t) => {
  let accepted: string | null = 'short-lived';
  const { ask, server } = await sender(t, () => accepted, { DICOMWEB_TOKEN: 'short-lived' });
  await ask();
  accepted = null;
  await ask();
  const sent = server.seen.length;
  for (const method of ['GET', 'POST', 'DELETE']) {
    const { response, failure } = await ask(method);
    assert.equal(response, null);
    assert.equal(failure?.code, 'credentials');
  }
  assert.equal(server.seen.length, sent);
});

test('a token that comes after the last one ended is used', async (t) => {
  let accepted = 'first-token';
  const path = tokenFile('late', accepted);
  const { ask, server } = await sender(t, () => accepted, { DICOMWEB_TOKEN_FILE: path });
  await ask();
  accepted = 'second-token';
  assert.equal((await ask()).failure?.code, 'credentials');
  const sent = server.seen.length;
  assert.equal((await ask()).failure?.code, 'credentials');
  assert.equal(server.seen.length, sent);
  renameSync(tokenFile('next-late', accepted), path);
  assert.equal((await ask()).response?.status, 200);
});

test('a server that refuses one resource alone with 401 is judged by it', async (t) => {
  const { ask, server } = await sender(t, () => 'the-token', { DICOMWEB_TOKEN: 'the-token' }, /secret/);
  assert.equal((await ask()).response?.status, 200);
  const { response, failure } = await ask('GET', '/studies/secret');
  assert.equal(failure, null);
  assert.equal(response?.status, 401);
  assert.deepEqual(
    server.seen.map(({ url }) => url),
    ['/studies', '/studies/secret', '/studies'],
  );
});

test('one that has not ended is used on where another cannot be had', async () => {
  let fails = false;
  const source = new TokenSource({
    name: 'test',
    next() {
      if (fails) throw new Error('none');
      return { value: 'still-good', expiresAt: Date.now() + 2_000 };
    },
  });
  assert.equal(await source.current(), 'still-good');
  fails = true;
  await sleep(1_600);
  assert.equal(await source.current(), 'still-good');
  await sleep(500);
  await assert.rejects(source.current(), /none/);
});

test('many that ask at once cause one command', async () => {
  let asked = 0;
  const source = new TokenSource({
    name: 'test',
    async next() {
      asked++;
      await sleep(20);
      return { value: `token-${asked}`, expiresAt: null };
    },
  });
  assert.deepEqual(await Promise.all([source.current(), source.current(), source.current()]), [
    'token-1',
    'token-1',
    'token-1',
  ]);
  assert.equal(await source.renewed('token-1'), null, 'a token of this moment is not refused for its age');
});

const NOW = Date.parse('2026-11-28T12:00:00Z');
const texts: readonly [what: string, text: string, value: string, expiresAt: number | null][] = [
  ['a token alone', ' abc\n', 'abc', null],
  ['a token with its scheme', 'Bearer abc', 'abc', null],
  ['expires_in of OAuth', '{"access_token":"abc","expires_in":60}', 'abc', NOW + 60_000],
  ['expires_in as a text', '{"access_token":"abc","expires_in":"60"}', 'abc', NOW + 60_000],
  ['expires_on in seconds', '{"accessToken":"abc","expires_on":1795867200}', 'abc', 1_795_867_200_000],
  [
    'expiresOn in local time',
    '{"accessToken":"abc","expiresOn":"2026-11-28 13:00:00.000000"}',
    'abc',
    new Date(2026, 10, 28, 13).getTime(),
  ],
  ['a date with its zone', '{"token":"abc","expiration":"2026-11-28T13:00:00Z"}', 'abc', NOW + 3_600_000],
  [
    'a JSON Web Token',
    `h.${Buffer.from('{"exp":1795867200}').toString('base64url')}.s`,
    `h.${Buffer.from('{"exp":1795867200}').toString('base64url')}.s`,
    1_795_867_200_000,
  ],
];
for (const [what, text, value, expiresAt] of texts) {
  test(`reads ${what}`, () => assert.deepEqual(tokenIn(text, 'test', NOW), { value, expiresAt }));
}
