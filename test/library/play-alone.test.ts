import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { jsonOf } from '../../lib/library/bodies.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { wholeOf } from '../../lib/library/open-target.ts';
import { playAlone } from '../../lib/library/play-alone.ts';
import { scenarios } from '../../lib/library/scenario-tests.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { SMALL } from './small.ts';

const T04 = SCENARIOS.find(({ id }) => id === 'T04');

test('a scenario is played after those that it builds on, and leaves nothing', async (t) => {
  assert.ok(T04);
  for (const [faults, verdict] of [
    [[], 'pass'],
    [['study-misses-one'], 'fail'],
  ] as const) {
    const server = await startReferenceServer({ faults });
    t.after(() => server.close());
    const client = new DicomWebClient(server.baseUrl);
    t.after(() => client.close());
    const { record, exchanges, remains } = await playAlone(T04, wholeOf(client.target), tutorialDataset(SMALL));
    assert.equal(record.verdict, verdict);
    assert.ok(exchanges.some(({ request }) => request.method === 'POST'));
    assert.deepEqual(remains, []);
    assert.deepEqual(jsonOf(await client.search({ level: 'studies' })), []);
  }
});

test('every scenario of a suite is handed out, with what it covers', () => {
  const duties = scenarios('duties');
  assert.equal(scenarios().length, SCENARIOS.length);
  assert.ok(duties.length > 0 && duties.length < SCENARIOS.length);
  for (const { title, details, play } of duties) {
    assert.match(title, /^[a-z0-9-]+ /);
    assert.ok(details.annotation.length > 0 && details.tag.length === 1);
    // Playwright reads the names of fixtures from the text of a test.
    assert.match(String(play), /^\(\{\s*target/);
  }
});
