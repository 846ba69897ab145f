import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDeletions } from '../../lib/deletion/deletions.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import type { DicomWebClient } from '../../lib/dicomweb/operations.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { OF_LOAD_RUNS } from '../../lib/load/clean-up.ts';
import { deleteStudies, notSeenGone, type StoredStudies } from '../../lib/load/delete-studies.ts';
import { lookForStored } from '../../lib/load/look-for-stored.ts';
import { createStudyLooks } from '../../lib/load/study-looks.ts';
import { ownInstances, ownSeries } from '../../lib/portable/own-instances.ts';
import { uid, uidPrefix } from '../../lib/portable/uid.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { type Played, play } from './play.ts';
import { startUnhurriedServer } from './unhurried-server.ts';

const PER_STUDY = 10;
const RUNNING = new AbortController().signal;

/** At a rate each virtual user stores one request, into a study of its own. */
const SOME_STUDIES = { RATE: '8' };

/** Stores under load on a server with these faults, and hands over what came of it with a client for that server. */
async function afterStow(
  faults: readonly string[],
  use: (dicomweb: DicomWebClient, played: Played, stored: StoredStudies) => Promise<void>,
  pace: Readonly<Record<string, string>> = { VUS: '2' },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'afterwards-'));
  const server = await startUnhurriedServer(...faults);
  const target = resolveTarget({ target: server.baseUrl, embedded: false }, {});
  const transport = createTransport({ target, spoolFolder: folder });
  try {
    const settings = {
      TARGET: server.baseUrl,
      SIZE: '1KiB',
      DURATION: '1s',
      INSTANCES_PER_REQUEST: '5',
      INSTANCES_PER_STUDY: String(PER_STUDY),
    };
    const played = await play(null, 'stow', { ...settings, ...pace, SAMPLE: '0.5' });
    const sending = { target, transport, nextExchangeId: () => 'after' };
    const dicomweb = createDicomWebClient(sending);
    const deletions = createDeletions(sending, dicomweb, OF_LOAD_RUNS);
    const instancesOf = (study: string) =>
      ownInstances(study, PER_STUDY).map((instance) => ({ study, series: ownSeries(study), instance }));
    await use(dicomweb, played, { dicomweb, deletions, looks: createStudyLooks(dicomweb), instancesOf, stop: RUNNING });
  } finally {
    transport.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

test('some of what was acknowledged is looked for, and found where it was stored', async () => {
  await afterStow([], async (dicomweb, { events }) => {
    assert.ok(events.acknowledged.length > 0 && events.acknowledged.length <= 50);
    const looked = await lookForStored(dicomweb, events.acknowledged, 0, RUNNING);
    assert.deepEqual(looked, { shown: events.acknowledged.length, absent: [] });
    const stopped = await lookForStored(dicomweb, events.acknowledged, 0, AbortSignal.abort());
    assert.deepEqual(stopped, { shown: 0, absent: [] });
  });
});

test('what a server acknowledged and did not keep is absent', async () => {
  await afterStow(['fake-store'], async (dicomweb, { load, events }) => {
    assert.ok(load.acknowledged > 0);
    const { shown, absent } = await lookForStored(dicomweb, events.acknowledged, 0, RUNNING);
    assert.equal(shown, 0);
    assert.deepEqual(
      absent,
      events.acknowledged.map(({ instance }) => instance),
    );
  });
});

test('of a server that is gone it is not said that anything is gone', async () => {
  await afterStow(['dies-after-twenty-requests'], async (dicomweb, { events }, stored) => {
    assert.ok(events.acknowledged.length > 0);
    // Where the machine is busy, the load has not sent the twenty by which the server dies.
    for (let count = 0; count < 20; count++) await dicomweb.search({ level: 'studies' }, []);
    assert.deepEqual(await lookForStored(dicomweb, events.acknowledged, 0, RUNNING), { shown: 0, absent: [] });
    const unseen = await notSeenGone(stored, ['1.2.3', '1.2.4'], 0);
    assert.deepEqual(
      unseen.map(({ why }) => /cannot be seen/.test(why)),
      [true, true],
    );
    const prefix = uidPrefix(1, 0);
    const many = Array.from({ length: 30 }, (_, index) => uid(prefix, 'study', 1, index));
    const left = await deleteStudies(stored, many, 0);
    assert.equal(left.length, 30);
    assert.ok(left.filter(({ why }) => /not tried/.test(why)).length >= 20);
  });
});

test('a study is gone when the server says so and does not show it any more', async () => {
  for (const faults of [[], ['delete-answers-404']]) {
    await afterStow(
      faults,
      async (_, { studies }, stored) => {
        assert.ok(studies.length >= 5);
        assert.deepEqual(await deleteStudies(stored, [...studies, uid(uidPrefix(1, 0), 'study', 1, 0)], 0), []);
      },
      SOME_STUDIES,
    );
  }
  for (const [fault, why] of [
    ['fake-delete', /still there after/],
    ['delete-answers-500', /not answered with success/],
  ] as const) {
    await afterStow(
      [fault],
      async (_, { studies }, stored) => {
        assert.ok(studies.length >= 5);
        const left = await deleteStudies(stored, studies, 0);
        assert.equal(left.length, studies.length, fault);
        for (const one of left) assert.match(one.why, why);
      },
      SOME_STUDIES,
    );
  }
});
