import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { TUTORIAL as OPERATIONS } from '../../scenarios/tutorial/index.ts';
import { runCourse } from './course.ts';
import { type ForeignServer, type Place, startForeignServer, TUTORIAL } from './foreign-server.ts';
import { WAYS } from './ways-to-hide.ts';

/** What stores and what deletes: everything in between changes nothing on a server. */
const WRITING = OPERATIONS.filter(({ id }) => ['T01', 'T02', 'T03', 'T18', 'T19', 'T20'].includes(id));

/** Somebody else stores, and the server hides it, before the same step of the run. */
interface Case {
  readonly uids: 'fresh' | 'original';
  readonly place: Place;
  readonly at: 'room' | 'T02' | 'T18' | 'T19' | 'T20' | 'clean-up';
}

const CASES: readonly Case[] = [
  { uids: 'original', place: 'same series', at: 'room' },
  { uids: 'original', place: 'an instance of the tutorial', at: 'room' },
  { uids: 'original', place: 'another series', at: 'T02' },
  { uids: 'original', place: 'same series', at: 'T20' },
  { uids: 'fresh', place: 'an instance of the tutorial', at: 'room' },
  { uids: 'fresh', place: 'another study', at: 'room' },
  { uids: 'fresh', place: 'another series', at: 'T02' },
  { uids: 'fresh', place: 'same series', at: 'T18' },
  { uids: 'fresh', place: 'same series', at: 'T19' },
  { uids: 'fresh', place: 'another series', at: 'T20' },
  { uids: 'fresh', place: 'same series', at: 'clean-up' },
];

async function withServer(way: keyof typeof WAYS, use: (server: ForeignServer) => Promise<void>): Promise<void> {
  const server = await startForeignServer(way);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

for (const way of Object.keys(WAYS)) {
  describe(`what others stored stays byte for byte on a server that ${way}`, { concurrency: CASES.length }, () => {
    for (const { uids, place, at } of CASES) {
      test(`${uids} UIDs, ${place}, before ${at}`, async () => {
        await withServer(way, async (server) => {
          const before = (step: string): void => {
            if (step !== at) return;
            server.intrude(place);
            server.beginHiding();
          };
          const { stopped } = await runCourse({ server, uids, scenarios: WRITING, before });
          server.assertUntouched();
          if (stopped) assert.ok(stopped instanceof CommandError, stopped.stack);
          // Where it was there from the start, nothing of the data set may be stored beside it.
          if (uids === 'original' && at === 'room') {
            assert.ok(stopped, 'the run did not stop');
            const own = TUTORIAL.instances.map(({ instance }) => instance);
            assert.deepEqual(
              server.left().filter((uid) => own.includes(uid)),
              [],
            );
          }
        });
      });
    }
  });
}

describe('what is deleted as a whole, and what is not', { concurrency: 4 }, () => {
  const DELETES = ['T18', 'T19', 'T20'];
  const said = ({ records }: { readonly records: readonly ScenarioRecord[] }) =>
    records.filter(({ id }) => DELETES.includes(id)).map(({ reason, verdict }) => reason ?? verdict);

  test('the whole study and series of a run are, where nothing else is in them', async () => {
    await withServer('shown as it is', async (server) => {
      server.intrude('another study');
      const run = await runCourse({ server, uids: 'fresh', scenarios: WRITING, before: () => {} });
      assert.deepEqual(said(run), ['pass', 'pass', 'pass']);
      assert.deepEqual(server.left(), []);
      assert.equal(server.changes.filter((change) => /^DELETE \/studies\/[^/]+$/.test(change)).length, 2);
      server.assertUntouched();
    });
  });

  test('with somebody else in them they are not: the operation is unsafe, and ours go one by one', async () => {
    await withServer('shown as it is', async (server) => {
      const before = (step: string) => step === 'T19' && server.intrude('same series');
      const run = await runCourse({ server, uids: 'fresh', scenarios: WRITING, before });
      assert.deepEqual(said(run), ['pass', 'unsafe', 'unsafe']);
      const [finding] = run.records.flatMap(({ findings }) => findings).filter(({ reason }) => reason === 'unsafe');
      assert.match(finding?.remark ?? '', /lists [0-9.]+, which this run did not store/);
      assert.deepEqual([server.left(), run.remains], [[], []]);
      server.assertUntouched();
    });
  });
});

describe('what others stored stays, whatever is played and wherever it ends', { concurrency: 8 }, () => {
  for (const way of ['shown as it is', 'answers 500', 'lists nothing', 'leaves out what is not ours'] as const) {
    test(`tutorial and duties on a server that ${way} before the first delete`, async () => {
      await withServer(way, async (server) => {
        const before = (step: string): void => {
          if (step === 'T02') server.intrude('same series');
          if (step === 'T18') server.beginHiding();
        };
        const { records } = await runCourse({ server, uids: 'fresh', scenarios: SCENARIOS, before });
        assert.equal(records.length, SCENARIOS.length);
        server.assertUntouched();
      });
    });
  }

  for (const uids of ['fresh', 'original'] as const) {
    for (const at of ['room', 'T01', 'T03', 'T18', 'T19', 'T20', 'clean-up']) {
      test(`an interrupt at ${at} under ${uids} UIDs`, async () => {
        await withServer('answers 500', async (server) => {
          server.intrude('another study');
          const before = (step: string): void => {
            if (step === 'T02') server.intrude('same series');
            if (step === at && step !== 'room') server.beginHiding();
          };
          await runCourse({ server, uids, scenarios: WRITING, before, interruptedAt: at });
          server.assertUntouched();
        });
      });
    }
  }
});
