import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { rollUp } from '../../lib/results/rollup.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

test('URLs of a host that cannot be reached from here are warned of, and taint nothing else', async () => {
  const server = await startReferenceServer();
  try {
    const target = {
      ...resolveTarget({ target: server.baseUrl, embedded: true }, {}),
      extraHeaders: [['X-Forwarded-Host', '127.0.0.1:1']] as const,
    };
    const played = SCENARIOS.filter(({ id }) => ['T01', 'T02', 'T03', 'T06'].includes(id));
    const scenarios = await playInProcess(played, target, tutorialDataset({ rows: 3, columns: 5 }));
    const findings = scenarios.flatMap((scenario) => scenario.findings);
    const verdictOf = (id: string) => rollUp(findings.filter(({ requirement }) => requirement === id)).verdict;
    assert.deepEqual(['STOW-022', 'WADO-RS-037'].map(verdictOf), ['warn', 'warn']);
    assert.deepEqual(['COMMON-001', 'COMMON-019', 'COMMON-021', 'COMMON-030'].map(verdictOf), Array(4).fill('pass'));
    assert.match(
      findings.find(({ requirement }) => requirement === 'WADO-RS-037')?.remark ?? '',
      /^T06\.2: the URL lies below http:\/\/127\.0\.0\.1:1\/dicom-web, /,
    );
  } finally {
    await server.close();
  }
});
