import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { judgeServer } from './servers.ts';

test('a server that has no stores into a named study is judged on all the rest', async () => {
  const server = await startReferenceServer({ faults: ['store-into-study-not-offered'] });
  try {
    const { scenarios } = await judgeServer(server.baseUrl, { timeoutMs: 20_000, visibilityWindowMs: 1_000 });
    const tutorial = scenarios.filter(({ id }) => /^T\d\d$/.test(id));
    const failed = tutorial.filter(({ verdict }) => verdict === 'fail');
    const unjudged = tutorial.filter(({ verdict }) => verdict === 'incomplete');
    assert.deepEqual([failed.map(({ id }) => id), unjudged.map(({ id }) => id)], [['T02', 'T03'], []]);
  } finally {
    await server.close();
  }
});
