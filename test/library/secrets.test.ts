import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import * as library from '../../lib/library/index.ts';
import type { TargetDetails } from '../../lib/library/target.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { SMALL } from './small.ts';

const CANARY = 'canary-4711-of-the-secrets';

/** Everything that can be reached from a value by its properties and getters. */
function reachable(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  if (ArrayBuffer.isView(value)) return found;
  for (
    let holder: object | null = value;
    holder && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const [name, { get, value: held }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      reachable(held, found);
      if (get && holder === value) reachable(Reflect.get(value, name), found);
    }
  }
  return found;
}

function assertSilent(what: string, value: unknown): void {
  const options = { depth: 8, showHidden: true, getters: true, maxArrayLength: 50, maxStringLength: 10_000 } as const;
  assert.ok(!inspect(value, options).includes(CANARY), `${what} is printed with a secret`);
  assert.ok(!(JSON.stringify(value) ?? '').includes(CANARY), `${what} as JSON has a secret`);
  assert.ok(!String(value).includes(CANARY), `${what} as text has a secret`);
  for (const each of reachable(value)) {
    if (Object.values(each as object).some((text) => typeof text === 'string' && text.includes(CANARY))) {
      assert.fail(`a secret can be reached from ${what}: ${inspect(each, { depth: 0 })}`);
    }
  }
}

const TARGETS: readonly (readonly [string, Omit<TargetDetails, 'baseUrl'>])[] = [
  ['a token', { credentials: { kind: 'bearer', token: CANARY } }],
  ['a password', { credentials: { kind: 'basic', user: 'me', password: CANARY } }],
  ['header fields', { credentials: { kind: 'headers', headers: { 'X-Api-Key': CANARY } } }],
  ['a token of a command', { credentials: { kind: 'bearer', token: { command: `printf ${CANARY}` } } }],
];

for (const [name, details] of TARGETS) {
  test(`nothing that the library gives shows ${name}`, async (t: TestContext) => {
    const server = await startReferenceServer();
    t.after(() => server.close());
    const options: TargetDetails = { baseUrl: server.baseUrl, proxy: {}, ...details };
    const client = new library.DicomWebClient(options);
    t.after(() => client.close());
    const study = await library.storeStudy(client, tutorialDataset(SMALL));
    const exchange = await client.retrieveMetadata(study);
    assert.equal(exchange.response?.status, 200);
    const refused = await client.retrieveMetadata({ study: '1.2' }).then(null, (error: unknown) => error);
    const products = {
      target: library.openTarget(options),
      'client.target': client.target,
      client,
      'a copy of the client': { ...client, target: { ...client.target } },
      study,
      exchange,
      refused,
      judgement: library.judge('JSON-001', exchange),
      findings: library.judgeExchange(exchange),
      removed: await study.remove(),
    };
    for (const [what, value] of Object.entries(products)) assertSilent(what, value);
  });
}

test('errors of wrong options show no secret', () => {
  for (const details of [
    { credentials: { kind: 'bearer', token: `${CANARY}\n${CANARY}` } },
    { credentials: { kind: 'basic', user: 'a:b', password: CANARY } },
    { credentials: { kind: 'headers', headers: { 'X Y': CANARY } } },
    { clientCertificate: { certificate: CANARY, key: CANARY } },
    { proxy: { https: `nonsense://me:${CANARY}@proxy` } },
  ] as const) {
    assert.throws(
      () => library.openTarget({ baseUrl: 'https://pacs.example', ...details }),
      (error) => {
        assertSilent('the error', error);
        return error instanceof library.CommandError;
      },
    );
  }
});
