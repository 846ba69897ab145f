import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import type { Profile } from '../../lib/target/profile.ts';
import { FIRST, findingOf, SECOND, scenarioOf } from './scenarios.ts';

const dataset = tutorialDataset({ rows: 3, columns: 3 });

/** Plays one scenario against a port that nobody listens on: these ask it nothing. */
async function played(scenario: Scenario, changes: Partial<Profile> = {}): Promise<ScenarioRecord> {
  const target = resolveTarget({ target: 'http://127.0.0.1:9', embedded: false }, {});
  const profile = { ...target.profile, ...changes };
  const [record] = await playInProcess([scenario], { ...target, profile }, dataset);
  assert.ok(record);
  return record;
}

function verdicts({ findings }: ScenarioRecord): string[] {
  return findings.map(({ requirement, verdict, reason }) => [requirement, verdict, reason].filter(Boolean).join(' '));
}

test('an exception is an error of the harness, never a failure of the server', async () => {
  const record = await played(
    scenarioOf({
      async play({ judge }) {
        judge(findingOf(FIRST, 'pass'));
        throw new TypeError('cannot read properties of undefined');
      },
    }),
  );
  assert.deepEqual([record.verdict, record.reason], ['incomplete', 'harness-error']);
  assert.deepEqual(
    verdicts(record),
    [FIRST, SECOND].map((id) => `${id} incomplete harness-error`),
    'what it had passed is taken back',
  );
  assert.match(record.findings.at(-1)?.remark ?? '', /cannot read properties of undefined/);
});

test('an exception takes back no breach that was found before it', async () => {
  const thrown = (verdict: 'warn' | 'fail') =>
    played(
      scenarioOf({
        async play({ judge }) {
          judge(findingOf(FIRST, verdict), findingOf('STOW-014', 'pass'));
          throw new TypeError('not a function');
        },
      }),
    );
  const [warned, failed] = [await thrown('warn'), await thrown('fail')];
  assert.deepEqual(verdicts(warned), [
    `${FIRST} warn`,
    ...[FIRST, SECOND, 'STOW-014'].map((id) => `${id} incomplete harness-error`),
  ]);
  assert.deepEqual([warned.verdict, warned.reason], ['incomplete', 'harness-error']);
  assert.equal(failed.verdict, 'fail');
});

test('what proves the operation is proved where it was judged once, whatever could not be judged beside it', async () => {
  const record = await played(
    scenarioOf({ play: async ({ judge }) => judge(findingOf(FIRST, 'pass'), findingOf(FIRST, 'incomplete')) }),
  );
  assert.equal(record.verdict, 'pass');
});

test('a record says what the profile claims of it', async () => {
  assert.equal((await played(scenarioOf())).claimed, 'yes');
  assert.equal((await played(scenarioOf({ features: ['store', 'deleteStudy'] }))).claimed, 'unknown');
  assert.equal((await played(scenarioOf({ features: [] }))).claimed, 'yes');
});

test('an exception in looking for an obstacle is one too', async () => {
  const record = await played(
    scenarioOf({
      obstacle() {
        throw new RangeError('out of range');
      },
    }),
  );
  assert.deepEqual([record.verdict, record.reason], ['incomplete', 'harness-error']);
});

test('a file of the data set that vanished is an error of the harness', async () => {
  const record = await played(
    scenarioOf({
      async play({ dicomweb }) {
        const vanished = {
          length: 4,
          read: () => {
            throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
          },
        };
        await dicomweb.store([vanished]);
      },
    }),
  );
  assert.ok(record.findings.every(({ verdict }) => verdict !== 'fail'));
  assert.deepEqual([record.verdict, record.reason], ['incomplete', 'harness-error']);
});

test('what a scenario covers and does not judge is not exercised, and not a pass', async () => {
  const record = await played(scenarioOf({ play: async ({ judge }) => judge(findingOf(FIRST, 'pass')) }));
  assert.deepEqual(verdicts(record), [`${FIRST} pass`, `${SECOND} incomplete not-exercised`]);
  assert.equal(record.verdict, 'pass');
});

test('while what proves the operation was not judged, it was not shown to work', async () => {
  const record = await played(scenarioOf({ play: async ({ judge }) => judge(findingOf(SECOND, 'pass')) }));
  assert.deepEqual([record.verdict, record.reason], ['incomplete', 'not-exercised']);
});

test('nothing judged at all is no pass', async () => {
  const record = await played(scenarioOf());
  assert.deepEqual([record.verdict, record.reason], ['incomplete', 'not-exercised']);
});

test('one failure is not hidden by what passed beside it or could not be judged', async () => {
  const record = await played(
    scenarioOf({
      play: async ({ judge }) =>
        judge(findingOf(FIRST, 'incomplete'), [findingOf(SECOND, 'fail'), findingOf(SECOND, 'pass')]),
    }),
  );
  assert.equal(record.verdict, 'fail');
});

test('an obstacle is told, and nothing is played', async () => {
  const record = await played(
    scenarioOf({ obstacle: () => 'nothing was stored', play: () => assert.fail('it was played all the same') }),
  );
  assert.deepEqual(
    verdicts(record),
    [FIRST, SECOND].map((id) => `${id} incomplete prerequisite-failed`),
  );
  assert.equal(record.findings[0]?.remark, 'nothing was stored');
});

test('a feature that the profile denies is not claimed, and nothing is played', async () => {
  const { profile } = resolveTarget({ target: 'http://127.0.0.1:9', embedded: false }, {});
  const record = await played(scenarioOf({ play: () => assert.fail('it was played all the same') }), {
    features: { ...profile.features, store: 'no' },
  });
  assert.deepEqual(
    verdicts(record),
    [FIRST, SECOND].map((id) => `${id} incomplete not-claimed`),
  );
});

test('a warning that the product documents is recorded and not graded; a failure stays one', async () => {
  const deviations = [FIRST, SECOND].map((requirement) => ({ requirement, documented: 'we do it our way' }));
  const record = await played(
    scenarioOf({ play: async ({ judge }) => judge(findingOf(FIRST, 'warn'), findingOf(SECOND, 'fail')) }),
    { deviations },
  );
  assert.deepEqual(verdicts(record), [`${FIRST} info`, `${SECOND} fail`]);
  assert.match(record.findings[0]?.remark ?? '', /documents: we do it our way/);
});
