import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { shardOf } from '../../scenarios/selection/narrow-selection.ts';
import { PLAYED } from '../support/played.ts';

const SHARDS = 5;
const ALL = PLAYED.map(({ id }) => id);

/** Id and verdict of each scenario that is judged, on a server that holds nothing yet. */
async function verdictsOf(selected: readonly string[]): Promise<string[]> {
  const server = await startReferenceServer();
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const dataset = tutorialDataset({ rows: 33, columns: 35 });
    const records = await playInProcess(withNeeded(PLAYED, selected), target, dataset);
    return records.filter(({ id }) => selected.includes(id)).map(({ id, verdict }) => `${id} ${verdict}`);
  } finally {
    await server.close();
  }
}

test('each shard judges alone what the whole run judges', async () => {
  const whole = await verdictsOf(ALL);
  assert.equal(whole.length, ALL.length);
  for (let index = 1; index <= SHARDS; index++) {
    const selected = shardOf(ALL, { index, of: SHARDS });
    const expected = whole.filter((line) => selected.includes(line.split(' ')[0] ?? ''));
    assert.deepEqual(await verdictsOf(selected), expected, `shard ${index}`);
  }
});
