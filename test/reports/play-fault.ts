import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { redactorFor } from '../../lib/http/redaction.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import { fleetingEvidence } from '../../lib/run/evidence.ts';
import { memoryJournal } from '../../lib/run/journal.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { createSession } from '../../lib/run/session.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { resultsOf } from './fixtures.ts';

/** Results of scenarios on a reference server with these faults, as a run in this process gives them. */
export async function playFaults(scenarios: readonly Scenario[], faults: readonly string[]): Promise<Results> {
  const server = await startReferenceServer({ faults });
  const resolved = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 10_000 }, {});
  const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs: 2_000 } };
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const journal = memoryJournal();
  const transport = createTransport({ target, spoolFolder: folder });
  try {
    const session = createSession({
      target,
      dataset: tutorialDataset({ rows: 33, columns: 35 }),
      journal,
      evidence: fleetingEvidence(redactorFor(target)),
      transport,
      keepAs: (name) => join(folder, basename(name)),
      makesPictures: false,
      signal: new AbortController().signal,
      sharedUids: new Set(),
    });
    const records: ScenarioRecord[] = [];
    for (const scenario of scenarios) records.push(await session.play(scenario));
    const exchanges = journal.entries().flatMap((entry) => (entry.kind === 'exchange' ? [entry.record] : []));
    const run = resultsOf(records, exchanges);
    return { ...run, target: { ...run.target, baseUrl: server.baseUrl } };
  } finally {
    transport.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
