import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { loadDataset } from '../../fixtures/load-dataset.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { PLAYED } from '../support/played.ts';

const SAMPLES = '../shared/samples';

test('every scenario passes on the original files', {
  skip: existsSync(SAMPLES) ? false : 'the original files are not here',
}, async () => {
  const server = await startReferenceServer();
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const scenarios = await playInProcess(PLAYED, target, loadDataset(SAMPLES));
    assert.deepEqual(
      scenarios.map(({ id, verdict }) => `${id} ${verdict}`),
      PLAYED.map(({ id }) => `${id} ${['challenge', 'access', 'access-store'].includes(id) ? 'incomplete' : 'pass'}`),
    );
  } finally {
    await server.close();
  }
});
