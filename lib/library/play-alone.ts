import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { accountOf } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import { redactorFor } from '../http/redaction.ts';
import { createTransport } from '../http/transport.ts';
import type { ExchangeRecord, RemainsRecord, ScenarioRecord } from '../results/results.ts';
import { cleanUp } from '../run/clean-up/clean-up.ts';
import { NO_COPIES } from '../run/copies.ts';
import { fleetingEvidence } from '../run/evidence.ts';
import { memoryJournal } from '../run/journal.ts';
import { largestAnswer } from '../run/largest-answer.ts';
import { preflight } from '../run/preflight.ts';
import { type Scenario, withNeeded } from '../run/scenario.ts';
import { createSession } from '../run/session.ts';
import { storedOf } from '../run/stored-of.ts';
import type { Target } from '../target/target.ts';

/** What one scenario found, the exchanges of all that were played for it, and what they may have left. */
export interface PlayedAlone {
  readonly record: ScenarioRecord;
  readonly exchanges: readonly ExchangeRecord[];
  readonly remains: readonly RemainsRecord[];
}

/**
 * Plays one scenario, after those that it builds on, with the tutorial study, or another one, under fresh UIDs, and deletes what was stored.
 * As nothing is shared with other scenarios, it can be played in any order, in several processes, and again.
 *
 * @throws CommandError when the target cannot be reached, refuses the credentials or is no DICOMweb server.
 */
export async function playAlone(
  scenario: Scenario,
  target: Target,
  original: Dataset = tutorialDataset(),
): Promise<PlayedAlone> {
  const dataset = withUids(original, freshUidsFor(original));
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-'));
  const transport = createTransport({
    target,
    spoolFolder: join(folder, 'bodies'),
    maximumBodyBytes: largestAnswer(dataset),
  });
  try {
    const { offered } = await preflight(target, transport, dataset, NO_COPIES);
    const journal = memoryJournal();
    const session = createSession({
      target,
      dataset,
      journal,
      evidence: fleetingEvidence(redactorFor(target)),
      transport,
      keepAs: (name) => join(folder, basename(name)),
      makesPictures: false,
      isPatient: true,
      signal: new AbortController().signal,
      sharedUids: new Set(),
    });
    const records: ScenarioRecord[] = [];
    for (const one of withNeeded(SCENARIOS, [scenario.id])) records.push(await session.play(one));
    const record = records.find(({ id }) => id === scenario.id);
    if (record === undefined) throw new Error(`${scenario.id} is no scenario of the harness`);
    let count = 0;
    const sending = { target, transport, nextExchangeId: () => `clean-up.${++count}` };
    const dicomweb = createDicomWebClient(sending);
    const deletions = createDeletions(sending, dicomweb, accountOf(session.ledger, storedOf(dataset)));
    const remains = await cleanUp({ dicomweb, deletions, ledger: session.ledger, offered });
    const exchanges = journal.entries().flatMap((entry) => (entry.kind === 'exchange' ? [entry.record] : []));
    return { record, exchanges, remains };
  } finally {
    transport.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
