import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { cleanUp } from '../../lib/load/clean-up.ts';
import { LedgerFile, readLedger } from '../../lib/load/ledger-file.ts';
import type { LoadPlan } from '../../lib/load/plan.ts';
import type { ScriptName } from '../../lib/load/scripts.ts';
import { createStudyLooks } from '../../lib/load/study-looks.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import type { Request } from '../../lib/reference-server/message.ts';
import type { RemainsRecord } from '../../lib/results/results.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import type { Target } from '../../lib/target/target.ts';
import { type ForeignServer, startForeignServer } from '../deletion/foreign-server.ts';
import { WAYS } from '../deletion/ways-to-hide.ts';
import { play } from './play.ts';

const STORING = { SIZE: '1KiB', DURATION: '1s', VUS: '1', INSTANCES_PER_REQUEST: '5', INSTANCES_PER_STUDY: '10' };
const READING = { ...STORING, CORPUS: '10', RATE: '10' };
const SCRIPTS: readonly (readonly [ScriptName, Readonly<Record<string, string>>])[] = [
  ['stow', { ...STORING, RATE: '10' }],
  ['durability', { ...STORING, INSTANCES: '20' }],
  ['wado', READING],
  ['qido', READING],
  ['mixed', READING],
];

interface Stored {
  readonly server: ForeignServer;
  readonly ledger: LedgerFile;
  /** What the command does after the script, for this script. */
  readonly finish: (script: ScriptName, ledgerFile?: string) => Promise<readonly RemainsRecord[]>;
}

/** Stores on a server, and returns the studies that a run tells of. */
type Store = (url: string) => Promise<readonly string[]>;

function playing(script: ScriptName, environment: Readonly<Record<string, string>>): Store {
  return async (url) => {
    const { events, studies } = await play(null, script, { ...environment, TARGET: url });
    assert.equal(events.targetFailure, null);
    return studies;
  };
}

/** Runs `stow` once, and returns what stores the same again. */
async function recordStow(): Promise<Store> {
  const requests: Request[] = [];
  const recording: Behaviour = {
    handle(request, archive, next) {
      if (request.method === 'POST') requests.push(request);
      return next(request, archive);
    },
  };
  const server = await startServer({ behaviours: [recording] });
  const studies = await playing('stow', { ...STORING, RATE: '5' })(server.baseUrl);
  await server.close();
  assert.ok(requests.length > 0 && studies.length > 0);
  return async (url) => {
    for (const { path, headers, body } of requests) {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': headers['content-type'] ?? '' },
        body: Buffer.concat(body),
      });
      assert.equal(answer.status, 200, await answer.text());
    }
    return studies;
  };
}

/** Stores, lets somebody add to one of the studies, and hides from then on what the server holds. */
async function afterwards(way: keyof typeof WAYS, store: Store, use: (stored: Stored) => Promise<void>): Promise<void> {
  const server = await startForeignServer(way);
  const folder = mkdtempSync(join(tmpdir(), 'foreign-load-'));
  const resolved = resolveTarget({ target: server.baseUrl, embedded: false }, {});
  const target: Target = {
    ...resolved,
    profile: { ...resolved.profile, visibilityWindowMs: 0 },
    get timeoutMs() {
      return server.patienceMs;
    },
  };
  const transport = createTransport({ target, spoolFolder: folder });
  try {
    const studies = await store(server.baseUrl);
    const ledger = new LedgerFile(join(folder, 'stored-studies.txt'));
    for (const study of studies) ledger.add(study, 10);
    server.intrude('same series');
    server.intrude('another series');
    server.intrude('another study');
    let count = 0;
    const looks = createStudyLooks(
      createDicomWebClient({ target, transport, nextExchangeId: () => `look.${++count}` }),
    );
    for (const study of studies) await looks.lookFor(study);
    server.beginHiding();
    const settings = { shape: 'smoke', sample: 0, thresholds: {}, seed: 1 };
    const plan = { dataset: '', instances: 0, bytes: 0, studies: [], stays: null };
    const finish: Stored['finish'] = (of, file) => {
      const run = { script: of, target, mix: [], names: 'ascii', size: null, keep: false } as const;
      const asked: LoadPlan = { ...run, settings: { ...settings, ...(file ? { ledger: file } : {}) } };
      const stop = new AbortController().signal;
      return cleanUp({ run: asked, plan, ledger, transport, looks, stop, say: () => undefined });
    };
    await use({ server, ledger, finish });
  } finally {
    transport.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a load run leaves what others added to its studies as it was', { concurrency: 2 }, () => {
  let stow: Store;
  before(async () => {
    stow = await recordStow();
  });

  for (const way of Object.keys(WAYS)) {
    test(`cleaning up on a server that ${way}`, async () => {
      await afterwards(way, stow, async ({ server, finish }) => {
        await finish('stow');
        server.assertUntouched();
        assert.deepEqual(server.left(), [], 'each of ours is deleted by its own path, seen or not');
        assert.ok(server.changes.every((change) => !/^DELETE \/studies\/[^/]+$/.test(change)));
      });
    });

    test(`delete --ledger on a server that ${way}`, async () => {
      await afterwards(way, stow, async ({ server, ledger, finish }) => {
        const before = server.left().length;
        const environment = {
          TARGET: server.baseUrl,
          LEDGER: ledger.path,
          VUS: '1',
          TIMEOUT: `${server.patienceMs}ms`,
        };
        await play(null, 'delete', environment);
        const shared = readLedger(ledger.path)[0] ?? '';
        assert.ok(!server.changes.includes(`DELETE /studies/${shared}`));
        server.assertUntouched();
        if (way === 'shown as it is') assert.deepEqual([before > 0, server.left()], [true, []]);
        const remains = await finish('delete', ledger.path);
        if (way === 'shown as it is')
          assert.match(remains[0]?.why ?? '', /which the run did not store, and which is left/);
      });
    });
  }

  for (const [script, environment] of SCRIPTS) {
    test(`cleaning up after ${script}`, async () => {
      await afterwards('answers 500', playing(script, environment), async ({ server, finish }) => {
        await finish(script);
        server.assertUntouched();
        assert.deepEqual(server.left(), []);
      });
    });
  }
});

test('a ledger that names a study which no load run made is refused, and nothing is deleted', async () => {
  await afterwards('shown as it is', playing('stow', { ...STORING, RATE: '5' }), async ({ server, ledger }) => {
    writeFileSync(ledger.path, '1.2.826.0.1.3680043.8.498.13230779778012324449356534479549187420\n');
    const { measured } = await play(null, 'delete', { TARGET: server.baseUrl, LEDGER: ledger.path });
    assert.match(measured.error ?? '', /is no study of a load run/);
    assert.ok(server.changes.every((change) => !change.startsWith('DELETE')));
  });
});
