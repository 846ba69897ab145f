import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { arrivalsOf } from '../../lib/load/arrivals.ts';
import { loadSummary } from '../../lib/load/load-summary.ts';
import { SHAPES } from '../../lib/portable/shape-table.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { wasApplied } from '../../lib/results/applied-load.ts';
import { ENGINES, engineName, play, untilStored, withPool, withServer } from './play.ts';

async function searchCount(url: string, study: string): Promise<number> {
  const answer = await fetch(`${url}/studies?StudyInstanceUID=${study}`);
  return answer.status === 204 ? 0 : ((await answer.json()) as unknown[]).length;
}

const SHORT = { DURATION: '1s', VUS: '2', SIZE: '4KiB' };

/** With this seed the virtual user retrieves in each of the ways in its first five iterations. */
const IN_EACH_WAY = { SEED: '254', VUS: '1', DURATION: '2s', SIZE: '4KiB', CORPUS: '6', INSTANCES_PER_STUDY: '3' };

for (const k6 of ENGINES) {
  const on = `on ${engineName(k6)}`;

  test(`stow stores unique instances, and what it says was stored is there (${on})`, async () => {
    await withServer([], async (url) => {
      const settings = { ...SHORT, TARGET: url, INSTANCES_PER_REQUEST: '3' };
      const { measured, load, studies, events } = await play(k6, 'stow', settings);
      assert.equal(measured.exitCode, 0, measured.error ?? '');
      assert.deepEqual([...events.protocols], ['1.1'], 'the version of HTTP that was spoken');
      const [store] = load.operations;
      assert.equal(load.operations.length, 1);
      assert.ok(store && store.requests > 0 && store.failed === 0);
      assert.equal(store.instances, store.requests * 3);
      assert.equal(load.acknowledged, store.instances);
      assert.equal(store.latency?.count, store.requests);
      assert.equal(
        store.histogram.reduce((sum, [, count]) => sum + count, 0),
        store.requests,
      );
      assert.ok((store.timeToFirstByte?.p50 ?? 0) <= (store.latency?.p50 ?? 0));
      assert.equal(new Set(studies).size, studies.length);
      const instances = await Promise.all(
        studies.map(async (study) => {
          const answer = await fetch(`${url}/studies/${study}/instances`);
          return ((await answer.json()) as unknown[]).length;
        }),
      );
      assert.equal(
        instances.reduce((sum, count) => sum + count, 0),
        load.acknowledged,
      );
    });
  });

  test(`a pool of every modality is stored, read and searched in one day of an archive (${on})`, async () => {
    await withServer([], (url) =>
      withPool('mix', 20_000, async (pool) => {
        const { measured, load, warnings } = await play(k6, 'mixed', {
          ...SHORT,
          DURATION: '3s',
          VUS: '6',
          TARGET: url,
          POOL: pool,
          CORPUS: '12',
          INSTANCES_PER_STUDY: '2',
          SAMPLE: '1',
        });
        assert.equal(measured.exitCode, 0, `${measured.error} ${warnings.join('\n')}`);
        assert.deepEqual(
          load.operations.filter(({ failed }) => failed > 0).map(({ name, failures }) => [name, failures]),
          [],
        );
        const names = load.operations.map(({ name }) => name);
        for (const name of ['store', 'retrieve_instance', 'search_studies']) assert.ok(names.includes(name), name);
      }),
    );
  });

  test(`wado and qido take apart what they are answered (${on})`, async () => {
    await withServer([], async (url) => {
      for (const script of ['wado', 'qido'] as const) {
        const settings = { ...SHORT, DURATION: '2s', TARGET: url, CORPUS: '6' };
        const { measured, load, progress } = await play(k6, script, settings);
        assert.equal(measured.exitCode, 0, measured.error ?? '');
        assert.ok(progress[0] && progress[0] < 1, String(progress[0]));
        assert.ok(load.operations.length >= 3);
        for (const { name, failed, latency, requests } of load.operations) {
          assert.equal(failed, 0, name);
          assert.equal(latency?.count, requests, name);
        }
        assert.ok(!load.operations.some(({ name }) => name === 'store'), 'what is stored beforehand is not measured');
      }
    });
  });

  test(`delete removes the studies of a ledger and nothing else (${on})`, async () => {
    await withServer([], async (url) => {
      const stored = await play(k6, 'stow', { ...SHORT, TARGET: url, INSTANCES_PER_STUDY: '5' });
      const [kept, ...gone] = stored.studies;
      assert.ok(kept && gone.length > 0);
      const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
      const ledger = join(folder, 'stored-studies.txt');
      writeFileSync(ledger, `${gone.join('\n')}\n`);
      const { measured, load } = await play(k6, 'delete', { TARGET: url, LEDGER: ledger, VUS: '2' });
      rmSync(folder, { recursive: true });
      assert.equal(measured.exitCode, 0, measured.error ?? '');
      assert.equal(load.operations[0]?.requests, gone.length);
      for (const study of gone.slice(0, 20)) assert.equal(await searchCount(url, study), 0);
      assert.equal(await searchCount(url, kept), 1);
    });
  });

  test(`a failed, empty or wrong answer never enters latency, and is counted by its kind (${on})`, async () => {
    const cases = [
      ['stow', 'store-answers-500', 'status_5xx'],
      ['stow', 'store-response-empty', 'empty'],
      ['stow', 'store-response-names-another-instance', 'unlisted'],
      ['stow', 'store-labelled-as-html', 'wrong_type'],
    ] as const;
    for (const [script, fault, kind] of cases) {
      await withServer([fault], async (url) => {
        const { measured, load } = await play(k6, script, { ...SHORT, TARGET: url });
        const [operation] = load.operations;
        assert.ok(operation && operation.requests > 0, fault);
        assert.equal(operation.failed, operation.requests, fault);
        assert.deepEqual(Object.keys(operation.failures), [kind], fault);
        assert.equal(operation.latency, null, fault);
        assert.equal(measured.exitCode, 99, fault);
      });
    }
  });

  test(`retrieves that bring too little, too much or something else are failures (${on})`, async () => {
    const cases = [
      ['instance-returns-sibling', 'retrieve_instance'],
      ['study-misses-one', 'retrieve_study'],
      ['frame-truncated', 'retrieve_frame'],
      ['metadata-misses-one', 'retrieve_metadata'],
      ['no-closing-delimiter', 'retrieve_instance'],
      ['search-finds-nothing', null],
    ] as const;
    for (const [fault, name] of cases) {
      await withServer([fault], async (url) => {
        const script = name === null ? 'qido' : 'wado';
        const { load, events } = await play(k6, script, { ...IN_EACH_WAY, TARGET: url });
        if (name === null) {
          assert.match(events.targetFailure ?? '', /was stored, but a search did not find it/);
          return;
        }
        const operation = load.operations.find((one) => one.name === name);
        assert.ok(operation && operation.requests > 0, `${fault}: there was no ${name}`);
        assert.equal(operation.failed, operation.requests, fault);
        assert.equal(operation.latency, null, fault);
      });
    }
  });

  test(`of what is retrieved a share is compared with what was stored (${on})`, async () => {
    for (const fault of ['pixel-bit-flipped', 'element-dropped']) {
      await withServer([fault], async (url) => {
        const { load } = await play(k6, 'wado', { ...SHORT, DURATION: '2s', TARGET: url, CORPUS: '6', SAMPLE: '1' });
        const instances = /^retrieve_(instance|series|study)$/;
        const retrieved = load.operations.filter(({ name }) => instances.test(name));
        assert.ok(retrieved.length > 0);
        for (const { requests, failures } of retrieved) assert.deepEqual(failures, { changed: requests }, fault);
        const rarely = await play(k6, 'wado', { ...SHORT, TARGET: url, CORPUS: '6', SAMPLE: '0.000001' });
        const changed = rarely.load.operations
          .filter(({ name }) => instances.test(name))
          .reduce((sum, { failures }) => sum + (failures.changed ?? 0), 0);
        assert.equal(changed, 2, 'the first of each virtual user');
      });
    }
  });

  test(`a target that answers nothing is a failure of its own kind, and the run ends (${on})`, async () => {
    const sockets = new Set<{ destroy(): void }>();
    const mute = createServer(() => undefined).on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const { load } = await play(k6, 'stow', { ...SHORT, TARGET: `http://127.0.0.1:${port}`, TIMEOUT: '500ms' });
    for (const socket of sockets) socket.destroy();
    mute.close();
    assert.deepEqual(Object.keys(load.operations[0]?.failures ?? {}), ['timed_out']);
    const refused = await play(k6, 'stow', { ...SHORT, TARGET: `http://127.0.0.1:${port}`, TIMEOUT: '500ms' });
    assert.deepEqual(Object.keys(refused.load.operations[0]?.failures ?? {}), ['no_answer']);
  });

  test(`an interrupted run keeps what it has measured (${on})`, async () => {
    await withServer([], async (url) => {
      const controller = new AbortController();
      const stored = untilStored(url).then(() => controller.abort());
      const { measured, load } = await play(k6, 'stow', { ...SHORT, DURATION: '60s', TARGET: url }, controller.signal);
      await stored;
      assert.equal(measured.exitCode, 105);
      assert.ok((load.operations[0]?.requests ?? 0) > 0);
      assert.ok(load.series.length >= 1);
    });
  });

  test(`every shape is a course of load that the engine takes, in the closed and in the open model (${on})`, async () => {
    await withServer([], async (url) => {
      for (const shape of Object.keys(SHAPES)) {
        for (const level of [{ VUS: '1' }, { RATE: '5', VUS: '10' }]) {
          const { measured, load } = await play(k6, 'stow', {
            TARGET: url,
            SIZE: '1KiB',
            DURATION: '1s',
            SHAPE: shape,
            ...level,
          });
          const label = `${shape} ${JSON.stringify(level)}: ${measured.error}`;
          assert.equal(measured.exitCode, 0, label);
          assert.ok((load.operations[0]?.requests ?? 0) > 0, label);
          assert.equal(load.operations[0]?.failed, 0, label);
        }
      }
    });
  });

  test(`the open model keeps its rate, and counts what it could not start (${on})`, async () => {
    await withServer([], async (url) => {
      const kept = await play(k6, 'stow', { TARGET: url, SIZE: '1KiB', DURATION: '3s', RATE: '20', VUS: '10' });
      const requests = kept.load.operations[0]?.requests ?? 0;
      assert.ok(requests >= 50 && requests <= 62, String(requests));
      assert.equal(kept.load.droppedIterations, 0);
      assert.equal(wasApplied({ ...kept.load, model: 'open', arrivals: arrivalsOf(kept.measured, 20, 3) }), true);
    });
    await withServer(['slow'], async (url) => {
      const settings = { TARGET: url, SIZE: '1KiB', DURATION: '3s', RATE: '200', VUS: '1' };
      const { load, measured } = await play(k6, 'stow', settings);
      assert.ok(load.droppedIterations > 50, String(load.droppedIterations));
      const arrivals = arrivalsOf(measured, 200, 3);
      const { operations, droppedIterations } = load;
      const requests = operations[0]?.requests ?? 0;
      assert.ok(Math.abs(arrivals.reachedPerSecond - requests / 3) < 1, JSON.stringify({ arrivals, requests }));
      assert.ok(Math.abs(droppedIterations + requests - 600) < 30, JSON.stringify({ droppedIterations, requests }));
      const summary = loadSummary({ ...load, model: 'open', arrivals }, { kind: 'complete' }, []);
      assert.notEqual(summary.verdict, 'passed');
      assert.match(summary.sentence, /200\.0 operations a second were asked for/);
    });
  });

  test(`wrong settings end a run before it begins, with a word on what is wrong (${on})`, async () => {
    const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{ SHAPE: 'round' }, /SHAPE is "round": choose one of smoke, average/],
      [{ SIZE: '5' }, /SIZE/],
      [{ VUS: '0' }, /VUS/],
      [{ DURATION: 'soon' }, /"soon" is no duration/],
      [{ POOL: '/nowhere/pool.json' }, /nowhere/],
    ];
    for (const [environment, says] of cases) {
      const { measured } = await play(k6, 'stow', { TARGET: 'http://127.0.0.1:9', ...environment });
      assert.equal(measured.exitCode, 107, JSON.stringify(environment));
      assert.match(measured.error ?? '', says);
    }
  });
}

test('an example of each kind of failure comes into the result, also of one that many others came before', async () => {
  let stores = 0;
  const behaviour: Behaviour = {
    async handle(request, archive, next) {
      if (request.method !== 'POST') return next(request, archive);
      stores++;
      const empty = { ...(await next(request, archive)), body: Buffer.alloc(0) };
      return stores > 12 ? { ...empty, status: 503 } : { ...empty, status: 418 };
    },
  };
  await withServer([behaviour], async (url) => {
    const { load } = await play(null, 'stow', { TARGET: url, VUS: '1', DURATION: '3s', SIZE: '4KiB' });
    assert.deepEqual(load.operations[0]?.failureExamples, { status_4xx: 'status 418', status_5xx: 'status 503' });
  });
});
