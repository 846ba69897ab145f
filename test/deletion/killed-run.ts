import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { withSecretOfRun } from '../../lib/bytes/drawn.ts';
import { createLedger } from '../../lib/deletion/ledger.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { underFreshUids, underItsOwnUids } from '../../lib/run/fresh-study.ts';
import { fileJournal, JOURNAL_FILE } from '../../lib/run/journal.ts';
import { makeRoom } from '../../lib/run/make-room.ts';
import { openDataset, openSession } from '../../lib/run/open-session.ts';
import { targetRecord } from '../../lib/run/preflight.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { writeSetup } from '../../lib/run/setup.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { smallStudy, temporaryFolder } from '../cli/program.ts';

/** The folder of a run that played these scenarios and was killed: nothing was cleaned up. */
export async function killedRun(
  t: TestContext,
  baseUrl: string,
  uids: 'fresh' | 'original',
  scenarios: readonly Scenario[],
): Promise<string> {
  const folder = temporaryFolder(t);
  const dataset = smallStudy(temporaryFolder(t));
  const original = openDataset(dataset, null);
  const study = uids === 'fresh' ? underFreshUids(original) : underItsOwnUids(original);
  const input = { target: baseUrl, embedded: false };
  const target = resolveTarget(input, {});
  writeSetup(folder, {
    id: 'killed',
    secret: study.secret,
    command: [],
    startedAt: new Date().toISOString(),
    target: input,
    record: targetRecord(target, null),
    dataset,
    freshUids: study.freshUids,
    scenarios: scenarios.map(({ id }) => id),
    plays: [],
  });
  const journal = fileJournal(join(folder, JOURNAL_FILE));
  const transport = createTransport({ target, spoolFolder: join(folder, 'spool') });
  try {
    if (uids === 'original') {
      let count = 0;
      const dicomweb = createDicomWebClient({ target, transport, nextExchangeId: () => `room.${++count}` });
      const ledger = createLedger([], (entry) => journal.append({ kind: 'ledger', entry }));
      const room = { dicomweb, dataset: study.dataset, ledger, visibilityMs: 5_000, reset: null };
      await withSecretOfRun(study.secret, () => makeRoom(room));
    }
  } finally {
    transport.close();
  }
  const session = await openSession(folder);
  for (const scenario of scenarios) await session.play(scenario);
  return folder;
}
