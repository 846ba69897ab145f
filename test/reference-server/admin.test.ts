import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instancesOn, referenceServer } from '../cli/servers.ts';
import { FILES, GREEN, RED, STORE_TYPE, storeBody } from './corpus.ts';

const LATENCY_MS = 250;

function storeAt(url: string, file: Uint8Array): Promise<Response> {
  return fetch(`${url}/studies`, {
    method: 'POST',
    headers: { 'Content-Type': STORE_TYPE },
    body: new Uint8Array(storeBody(file)),
  });
}

const statusOf = async (url: string, init?: RequestInit): Promise<number> => (await fetch(url, init)).status;
const put = (url: string, value: unknown) => fetch(url, { method: 'PUT', body: JSON.stringify(value) });

test('nothing is below the admin path unless it is asked for', async (t) => {
  const url = await referenceServer(t);
  assert.equal(await statusOf(new URL('/_admin', url).href), 404);
});

test('faults and latency are switched while the server runs, and put back', async (t) => {
  const url = await referenceServer(t, { admin: true, faults: ['search-answers-206'] });
  const admin = new URL('/_admin', url).href;
  await storeAt(url, FILES.red);
  assert.equal(await statusOf(`${url}/studies`), 206);
  assert.deepEqual(await (await put(`${admin}/faults`, ['store-answers-500'])).json(), {
    faults: ['store-answers-500'],
    latencyMs: 0,
    studies: 1,
    instances: 1,
  });
  assert.equal(await statusOf(`${url}/studies`), 200);
  assert.equal((await storeAt(url, FILES.green)).status, 500);
  await put(`${admin}/faults`, []);
  assert.equal((await storeAt(url, FILES.green)).status, 200);
  assert.deepEqual(await instancesOn(url), [GREEN, RED].sort());

  assert.equal((await put(`${admin}/latency`, LATENCY_MS)).status, 200);
  const begun = performance.now();
  await instancesOn(url);
  assert.ok(performance.now() - begun >= LATENCY_MS - 1);

  const reset = await fetch(`${admin}/reset`, { method: 'POST' });
  assert.deepEqual(await reset.json(), { faults: ['search-answers-206'], latencyMs: 0, studies: 0, instances: 0 });
  assert.deepEqual(await (await fetch(admin)).json(), {
    faults: ['search-answers-206'],
    latencyMs: 0,
    studies: 0,
    instances: 0,
  });
  const listed = (await (await fetch(`${admin}/faults`)).json()) as { id: string; on: boolean }[];
  assert.deepEqual(
    listed.filter(({ on }) => on).map(({ id }) => id),
    ['search-answers-206'],
  );
});

test('what it does not understand changes nothing', async (t) => {
  const url = await referenceServer(t, { admin: true });
  const admin = new URL('/_admin', url).href;
  assert.equal((await put(`${admin}/faults`, ['fake-store', 'no-such'])).status, 400);
  assert.match(await (await put(`${admin}/faults`, ['no-such'])).text(), /no fault named no-such/);
  for (const value of ['fake-store', [1], {}, null]) assert.equal((await put(`${admin}/faults`, value)).status, 400);
  for (const value of [-1, '1', null, 1e9]) assert.equal((await put(`${admin}/latency`, value)).status, 400);
  assert.equal(await statusOf(`${admin}/latency`, { method: 'PUT', body: '{' }), 400);
  assert.equal(await statusOf(`${admin}/reset`), 405);
  assert.equal(await statusOf(`${admin}/constructor`), 404);
  assert.deepEqual(await (await fetch(admin)).json(), { faults: [], latencyMs: 0, studies: 0, instances: 0 });
});

test('a page may not use it, and it asks for the same credentials as the service', async (t) => {
  const url = await referenceServer(t, { admin: true, credentials: { kind: 'bearer', token: 'of-the-test' } });
  const admin = new URL('/_admin', url).href;
  const Authorization = 'Bearer of-the-test';
  assert.equal(await statusOf(admin), 401);
  assert.equal(await statusOf(admin, { headers: { Authorization } }), 200);
  const page = await fetch(`${admin}/reset`, {
    method: 'POST',
    headers: { Authorization, Origin: 'https://viewer.example' },
  });
  assert.equal(page.status, 403);
  assert.equal(page.headers.get('access-control-allow-origin'), null);
});

test('a fault by which nothing is answered does not meet the admin path', async (t) => {
  const url = await referenceServer(t, { admin: true, faults: ['stalls'] });
  const answer = await put(new URL('/_admin/faults', url).href, []);
  assert.equal(answer.status, 200);
});

test('only the origin that is named may use the service, with cookies', async (t) => {
  const cors = 'https://viewer.example';
  const answer = await fetch(`${await referenceServer(t, { cors })}/studies`);
  assert.equal(answer.headers.get('access-control-allow-origin'), cors);
  assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
  const open = await fetch(`${await referenceServer(t)}/studies`);
  assert.equal(open.headers.get('access-control-allow-origin'), '*');
  assert.equal(open.headers.get('access-control-allow-credentials'), null);
  assert.equal(open.headers.get('cross-origin-resource-policy'), 'cross-origin');
});
