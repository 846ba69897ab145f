import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { cleanUp } from '../../lib/load/clean-up.ts';
import { LedgerFile, readLedger } from '../../lib/load/ledger-file.ts';
import type { LoadPlan } from '../../lib/load/plan.ts';
import { createStudyLooks } from '../../lib/load/study-looks.ts';
import { ownInstances, ownSeries } from '../../lib/portable/own-instances.ts';
import { uid, uidPrefix } from '../../lib/portable/uid.ts';
import type { Answer, Request } from '../../lib/reference-server/message.ts';
import { textAnswer } from '../../lib/reference-server/message.ts';
import type { RemainsRecord } from '../../lib/results/results.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { temporaryFolder } from '../cli/program.ts';
import { TUTORIAL } from '../deletion/foreign-server.ts';
import { type OthersServer, startOthersServer, theirs } from '../deletion/others-server.ts';

const STUDIES = Array.from({ length: 12 }, (_, count) => uid(uidPrefix(7, 0), 'study', 1, count));

interface AfterLoad {
  readonly server: OthersServer;
  readonly ledger: LedgerFile;
  readonly clean: (stop?: AbortSignal) => Promise<readonly RemainsRecord[]>;
}

/** A server that holds what a load run stored, and answers from then on as `conduct` does. */
async function afterLoad(
  t: TestContext,
  conduct: (request: Request, next: () => Promise<Answer>) => Promise<Answer>,
): Promise<AfterLoad> {
  const server = await startOthersServer(conduct);
  t.after(() => server.close());
  const folder = temporaryFolder(t);
  const target = resolveTarget({ target: server.baseUrl, embedded: false }, {});
  const patient = { ...target, profile: { ...target.profile, visibilityWindowMs: 0 }, timeoutMs: 700 };
  const transport = createTransport({ target: patient, spoolFolder: folder });
  t.after(() => transport.close());
  const ledger = new LedgerFile(join(folder, 'stored-studies.txt'));
  for (const study of STUDIES) {
    ledger.add(study, 1);
    const [instance = ''] = ownInstances(study, 1);
    server.put(theirs(TUTORIAL.roles.target, 'pixel', { study, series: ownSeries(study), instance }));
  }
  const looks = createStudyLooks(createDicomWebClient({ target: patient, transport, nextExchangeId: () => 'look' }));
  const settings = { shape: 'smoke', sample: 0, thresholds: {}, seed: 1 } as const;
  const run: LoadPlan = { script: 'stow', target: patient, mix: [], size: null, keep: false, names: 'ascii', settings };
  const plan = { dataset: '', instances: 0, bytes: 0, studies: [], stays: null };
  const clean: AfterLoad['clean'] = (stop = new AbortController().signal) =>
    cleanUp({ run, plan, ledger, transport, say: () => undefined, looks, stop });
  return { server, ledger, clean };
}

test('what is seen to be gone leaves no ledger', async (t) => {
  const { ledger, clean } = await afterLoad(t, (_, next) => next());
  assert.deepEqual(await clean(), []);
  assert.ok(!existsSync(ledger.path));
});

const FALSE: Readonly<Record<string, (request: Request, next: () => Promise<Answer>) => Promise<Answer>>> = {
  'DELETE answers 204 and does nothing, and reads answer 500 from then on': (() => {
    let isHiding = false;
    return async ({ method }: Request, next: () => Promise<Answer>) => {
      if (method === 'DELETE') isHiding = true;
      if (method === 'DELETE') return textAnswer(204, '');
      return isHiding ? textAnswer(500, '') : next();
    };
  })(),
  'DELETE answers 204 and does nothing, and there is no read': async ({ method }) =>
    textAnswer(method === 'DELETE' ? 204 : 404, ''),
  'DELETE never ends, and reads answer 404 from the start': ({ method }) =>
    method === 'DELETE' ? new Promise(() => {}) : Promise.resolve(textAnswer(404, '')),
};

for (const [name, conduct] of Object.entries(FALSE)) {
  test(`what is not seen to be gone is listed and stays in the ledger: ${name}`, async (t) => {
    const { ledger, clean } = await afterLoad(t, conduct);
    const remains = await clean();
    assert.equal(remains.length, STUDIES.length);
    assert.deepEqual([...readLedger(ledger.path)].sort(), [...STUDIES].sort());
  });
}

test('an interrupt ends the clean-up, and what is left is listed and stays in the ledger', async (t) => {
  const interruption = new AbortController();
  const { server, ledger, clean } = await afterLoad(t, ({ method }, next) => {
    if (method === 'DELETE') interruption.abort();
    return next();
  });
  const remains = await clean(interruption.signal);
  assert.ok(remains.length >= STUDIES.length - 4, 'some were under way');
  assert.ok(remains.some(({ why }) => /interrupted/.test(why)));
  assert.equal(readLedger(ledger.path).length, remains.length);
  assert.ok(server.archive.select().length > 0);
});

test('a ledger with a study of another run is no ledger of a run', async () => {
  const { studyOfAnotherRun } = await import('../../lib/portable/own-instances.ts');
  assert.equal(studyOfAnotherRun(STUDIES), null);
  const other = uid(uidPrefix(8, 0), 'study', 1, 0);
  assert.equal(studyOfAnotherRun([...STUDIES, other]), other);
});
