import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

/** What the rich instance shows of a product that claims no retrieve. */
async function judged(...faults: readonly string[]) {
  const server = await startReferenceServer({ faults });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 20_000 }, {});
    const features = { ...target.profile.features, retrieve: 'no' } as const;
    const profile = { ...target.profile, features };
    const scenarios = await playInProcess(
      withNeeded(SCENARIOS, ['rich-instance']),
      { ...target, profile },
      tutorialDataset({ rows: 3, columns: 5 }),
    );
    const rich = scenarios.filter(({ id }) => id === 'rich-instance');
    return { rich, requirements: requirementRecords(rich, allRequirements()) };
  } finally {
    await server.close();
  }
}

test('without retrieve the values of a rich instance are judged by its metadata', async () => {
  const { requirements } = await judged('metadata-gaps-closed');
  assert.equal(requirements.find(({ id }) => id === 'JSON-017')?.verdict, 'fail');
});

test('without retrieve nothing is red of a server without a fault, and the instance is seen to be kept', async () => {
  const { rich, requirements } = await judged();
  const red = requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  assert.deepEqual(red, []);
  assert.equal(rich[0]?.verdict, 'pass');
  const unclaimed = requirements.find(({ id }) => id === 'WADO-RS-003');
  assert.deepEqual([unclaimed?.verdict, unclaimed?.reason], ['incomplete', 'not-claimed']);
});
