import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { CHALLENGE } from '../../scenarios/duties/challenge.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';

const STORES = TUTORIAL.filter(({ service }) => service === 'store');

test('a server that needs no credentials claims no control of access, whoever sends it some', async () => {
  const server = await startReferenceServer({});
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, { DICOMWEB_TOKEN: 'unused' });
    const played = await playInProcess([...STORES, CHALLENGE], target, tutorialDataset({ rows: 3, columns: 5 }));
    const challenge = played.find(({ id }) => id === 'challenge');
    assert.deepEqual([challenge?.verdict, challenge?.reason], ['incomplete', 'not-claimed']);
    assert.match(challenge?.findings.find(({ reason }) => reason)?.remark ?? '', /without credentials/);
  } finally {
    await server.close();
  }
});
