import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { DicomWebClient } from '../../lib/library/client.ts';

async function listening(t: TestContext): Promise<{ client: DicomWebClient; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer(({ method, url }, response) => {
    seen.push(`${method} ${url}`);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DicomWebClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    proxy: {},
  });
  t.after(() => {
    client.close();
    server.closeAllConnections();
    server.close();
  });
  return { client, seen };
}

/** What a program in JavaScript, or one with a value that is not checked, may give. */
const loose = (value: unknown) => value as never;

const WRONG: readonly (readonly [string, (client: DicomWebClient) => Promise<unknown>, RegExp])[] = [
  [
    'an instance without series',
    (c) => c.retrieveInstance(loose({ study: '1', series: undefined, instance: '' })),
    /series is undefined; it is a UID/,
  ],
  ['an empty instance', (c) => c.retrieveInstance({ study: '1', series: '2', instance: '' }), /instance is ""/],
  ['a study that is none', (c) => c.retrieveStudy(loose({})), /study is undefined/],
  ['a path in a UID', (c) => c.retrieveMetadata({ study: '../1' }), /study is "..\/1"/],
  [
    'an instance without its series',
    (c) => c.retrieveMetadata(loose({ study: '1', instance: '3' })),
    /series is undefined/,
  ],
  ['a rendered series without UID', (c) => c.retrieveRendered(loose({ study: '1', series: null })), /series is null/],
  [
    'a frame that is no number',
    (c) => c.retrieveFrames({ study: '1', series: '2', instance: '3' }, [1.5]),
    /a frame is 1.5/,
  ],
  ['no frame', (c) => c.retrieveFrames({ study: '1', series: '2', instance: '3' }, []), /no frame is named/],
  ['a level that there is not', (c) => c.search(loose('patients')), /level of a search is "patients"; it is 'studies'/],
  ['a study below a study', (c) => c.search(loose({ level: 'studies', study: '1' })), /has the level 'series' or/],
  ['a series without its study', (c) => c.search(loose({ level: 'instances', series: '1' })), /names its study too/],
  ['a store into a study that is none', (c) => c.store([], 'x/y'), /study is "x\/y"/],
];

for (const [name, ask, message] of WRONG) {
  test(`${name} is refused, and nothing is sent`, async (t) => {
    const { client, seen } = await listening(t);
    await assert.rejects(ask(client), (error) => error instanceof TypeError && message.test(error.message));
    assert.deepEqual(seen, []);
    assert.deepEqual(client.exchanges, []);
  });
}

test('what is right is sent', async (t) => {
  const { client, seen } = await listening(t);
  const path = { study: '1.2', series: '3.4', instance: '5.6' };
  await client.retrieveInstance({ ...path, more: true } as typeof path);
  await client.search({ level: 'instances', study: '1.2', series: '3.4' });
  await client.retrieveFrames(path, [0]);
  assert.deepEqual(seen, [
    'GET /studies/1.2/series/3.4/instances/5.6',
    'GET /studies/1.2/series/3.4/instances',
    'GET /studies/1.2/series/3.4/instances/5.6/frames/0',
  ]);
});

test('a client that was closed sends nothing more', async (t) => {
  const { client, seen } = await listening(t);
  client.close();
  for (const ask of [
    () => client.search('studies'),
    () => client.retrieveStudy({ study: '1' }),
    () => client.request('search', 'GET', '/studies'),
  ]) {
    await assert.rejects(ask(), /the client is closed/);
  }
  assert.deepEqual(seen, []);
});
