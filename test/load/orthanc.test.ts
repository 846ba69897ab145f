import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';
import { ENGINES, engineName, play, withPool } from './play.ts';

for (const k6 of ENGINES) {
  const options = { skip: skipWithoutOrthanc(), timeout: 120_000 };

  test(`Orthanc loses nothing and changes nothing (on ${engineName(k6)})`, options, async () => {
    const orthanc = await startOrthanc();
    try {
      await withPool('CT:4,MR:3,US:1,SM:1', 60_000, async (pool) => {
        const { measured, load, events } = await play(k6, 'durability', {
          VUS: '3',
          DURATION: '60s',
          INSTANCES: '120',
          INSTANCES_PER_REQUEST: '2',
          INSTANCES_PER_STUDY: '10',
          TARGET: orthanc.baseUrl,
          POOL: pool,
        });
        assert.deepEqual([events.lost, events.changed], [[], []]);
        assert.equal(measured.exitCode, 0, measured.error ?? '');
        assert.equal(load.acknowledged, 120);
        assert.equal(load.verified, 120);
      });
    } finally {
      await orthanc.stop();
    }
  });

  test(`Orthanc is read and searched in a mixed load (on ${engineName(k6)})`, options, async () => {
    const orthanc = await startOrthanc();
    try {
      const { measured, load, events } = await play(k6, 'mixed', {
        VUS: '4',
        DURATION: '5s',
        SIZE: '64KiB',
        CORPUS: '8',
        VISIBILITY: '10',
        TARGET: orthanc.baseUrl,
      });
      assert.equal(events.targetFailure, null);
      assert.ok(load.operations.length >= 5, measured.error ?? '');
      const failed = load.operations.filter((operation) => operation.failed > 0);
      assert.deepEqual(
        failed.map(({ name, failures }) => [name, failures]),
        [],
        JSON.stringify(events.failures.slice(0, 5)),
      );
    } finally {
      await orthanc.stop();
    }
  });
}
