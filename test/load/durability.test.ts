import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { loadSummary } from '../../lib/load/load-summary.ts';
import { losingEvery } from '../../lib/reference-server/changes/losing-every.ts';
import { ENGINES, engineName, play, withPool, withServer } from './play.ts';

for (const k6 of ENGINES) {
  const on = `on ${engineName(k6)}`;

  test(`durability finds everything that was acknowledged, unchanged (${on})`, async () => {
    await withServer([], (url) =>
      withPool('CT:1,US:1,SM:1', 15_000, async (pool) => {
        const { measured, load } = await play(k6, 'durability', {
          VUS: '3',
          DURATION: '20s',
          // Never more than that: what is left is too little for a request.
          INSTANCES: '61',
          INSTANCES_PER_STUDY: '7',
          INSTANCES_PER_REQUEST: '2',
          TARGET: url,
          POOL: pool,
        });
        assert.equal(measured.exitCode, 0, measured.error ?? '');
        assert.equal(load.acknowledged, 60);
        assert.equal(load.verified, 60);
        assert.equal(load.lostCount + load.changedCount, 0);
      }),
    );
  });

  test(`durability names exactly the instances that a server lost after it had acknowledged them (${on})`, async () => {
    await withServer([losingEvery(100)], async (url) => {
      const { measured, load, events } = await play(k6, 'durability', {
        VUS: '12',
        DURATION: '60s',
        INSTANCES: '240',
        INSTANCES_PER_REQUEST: '4',
        INSTANCES_PER_STUDY: '8',
        SIZE: '1KiB',
        TARGET: url,
      });
      assert.equal(measured.exitCode, 99);
      assert.equal(load.acknowledged, 240);
      assert.equal(load.verified, 240);
      assert.equal(load.lostCount, 2);
      assert.equal(load.changedCount, 0);
      assert.equal(events.lost.length, 2);
      for (const { sopInstanceUID } of events.lost) {
        const answer = await fetch(`${url}/instances?SOPInstanceUID=${sopInstanceUID}`);
        const found = answer.status === 204 ? [] : ((await answer.json()) as unknown[]);
        assert.equal(found.length, 0, `${sopInstanceUID} is there`);
      }
      assert.deepEqual(
        load.thresholds.filter(({ holds }) => !holds).map(({ metric }) => metric),
        ['instances_lost'],
      );
    });
  });

  const CHANGES = ['pixel-bit-flipped', 'patient-name-upper-cased', 'element-dropped', 'instance-number-dropped'];
  test(`durability notices what a server changed (${on})`, async () => {
    for (const fault of CHANGES) {
      await withServer([fault], (url) =>
        withPool('CT', 10_000, async (pool) => {
          const { measured, load } = await play(k6, 'durability', {
            VUS: '1',
            DURATION: '10s',
            INSTANCES: '3',
            TARGET: url,
            POOL: pool,
          });
          assert.equal(measured.exitCode, 99, `${fault}: ${measured.error}`);
          assert.equal(load.changedCount, 3, fault);
          const latency = load.operations.find(({ name }) => name === 'read_back')?.latency;
          assert.equal(latency, null, `${fault}: what came back changed is no success`);
          assert.equal(load.lostCount, 0, fault);
        }),
      );
    }
  });

  test(`durability lets a server encode in its own way what it keeps (${on})`, async () => {
    const durable = { VUS: '1', DURATION: '10s', INSTANCES: '2', SIZE: '4KiB' };
    await withPool('SM', 15_000, async (pool) => {
      const cases = [
        ['part10-implicit-vr', { POOL: pool }],
        ['part10-without-implementation-class', { POOL: pool }],
        // What is added here the pool's instances have already: the built-in ones do not.
        ['element-added', {}],
      ] as const;
      for (const [fault, instances] of cases) {
        await withServer([fault], async (url) => {
          const { load } = await play(k6, 'durability', { ...durable, ...instances, TARGET: url });
          assert.deepEqual([load.verified, load.changedCount, load.lostCount], [2, 0, 0], fault);
        });
      }
    });
  });

  test(`a server that dies has lost nothing that is known: what was not read back stays open (${on})`, async () => {
    await withServer(['dies-after-twenty-requests'], async (url) => {
      const { load } = await play(k6, 'durability', { VUS: '1', DURATION: '2s', SIZE: '1KiB', TARGET: url });
      assert.ok(load.acknowledged > 0);
      assert.ok((load.verified ?? 0) < load.acknowledged);
      assert.deepEqual([load.lostCount, load.changedCount], [0, 0]);
      assert.equal(loadSummary(load, { kind: 'complete' }, []).verdict, 'incomplete');
    });
  });

  test(`a page to log in where an instance should be is no proof of a loss (${on})`, async () => {
    const server = createServer((request, response) => {
      if (request.method === 'GET') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
      let body = '';
      return request
        .setEncoding('latin1')
        .on('data', (text) => {
          body += text;
        })
        .on('end', () => {
          const uid = /2\.25\.[0-9]{21}3[0-9]{17}/.exec(body)?.[0] ?? '';
          const Value = [{ '00081155': { vr: 'UI', Value: [uid] } }];
          response.writeHead(200, { 'Content-Type': 'application/dicom+json' });
          response.end(JSON.stringify({ '00081199': { vr: 'SQ', Value } }));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const TARGET = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { load } = await play(k6, 'durability', { VUS: '1', DURATION: '5s', INSTANCES: '1', SIZE: '1KiB', TARGET });
    server.closeAllConnections();
    server.close();
    assert.deepEqual([load.acknowledged, load.verified ?? 0, load.lostCount], [1, 0, 0]);
  });

  test(`what comes in a transfer syntax that is not compared is neither unchanged nor changed (${on})`, async () => {
    await withServer(['part10-transfer-syntax-untrue'], async (url) => {
      const { load } = await play(k6, 'durability', {
        VUS: '1',
        DURATION: '5s',
        INSTANCES: '3',
        SIZE: '1KiB',
        TARGET: url,
      });
      assert.deepEqual([load.acknowledged, load.lostCount], [3, 0]);
      assert.notEqual(loadSummary(load, { kind: 'complete' }, []).verdict, 'passed');
    });
  });
}
