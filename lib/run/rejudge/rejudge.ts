import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { regularFile } from '../../errors/regular-file.ts';
import type { SuiteCovers } from '../../results/coverage.ts';
import type { ExchangeRecord, Results } from '../../results/results.ts';
import { resolveTarget } from '../../target/configuration.ts';
import { assemble } from '../assemble.ts';
import { type Evidence, restored } from '../evidence.ts';
import { bodiesOf } from '../evidence-budget.ts';
import { memoryJournal } from '../journal.ts';
import { openDataset } from '../open-session.ts';
import { type Scenario, withNeeded } from '../scenario.ts';
import { createSession } from '../session.ts';
import { isPatient, type RunSetup } from '../setup.ts';
import { sharedUidsOf } from '../shared-uids.ts';
import { withRecordedClock } from './recorded-clock.ts';
import { recordedTransport } from './recorded-transport.ts';

export interface Rejudging {
  /** The run as it was judged then. */
  readonly earlier: Results;
  readonly setup: RunSetup;
  readonly runFolder: string;
  /** Every scenario that this version has, in the order of play. */
  readonly known: readonly Scenario[];
  readonly suites: SuiteCovers;
}

/**
 * Plays the scenarios of a run again over its evidence, without a connection, and judges what they see by this version.
 * What is asked and was not recorded leaves its requirements without a verdict.
 *
 * @throws UnusableFile where the evidence is no file of the run
 */
export async function rejudge({ earlier, setup, runFolder, known, suites }: Rejudging): Promise<Results> {
  refuseForeign(earlier.exchanges, runFolder);
  const target = resolveTarget(setup.target, {});
  const dataset = openDataset(setup.dataset, setup.freshUids);
  const selected = setup.scenarios.filter((id) => known.some((scenario) => scenario.id === id));
  const journal = memoryJournal();
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-rejudge-'));
  try {
    await withRecordedClock(Date.parse(earlier.run.startedAt), async (clock) => {
      const session = createSession({
        target,
        dataset,
        journal,
        evidence: recordedEvidence(earlier.exchanges, runFolder),
        transport: recordedTransport(earlier.exchanges, runFolder, clock),
        keepAs: (name) => join(folder, basename(name)),
        makesPictures: false,
        signal: new AbortController().signal,
        sharedUids: sharedUidsOf(dataset, target, setup.freshUids),
        seed: setup.id,
        isPatient: isPatient(setup),
        secret: setup.secret,
        pause: async (milliseconds) => clock.pass(milliseconds),
      });
      for (const scenario of withNeeded(known, selected)) await session.play(scenario);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const listed = new Set(earlier.scenarios.map(({ id }) => id));
  return assemble({
    setup: { ...setup, scenarios: selected },
    plan: earlier.plan,
    entries: journal.entries(),
    scenarios: known.filter(({ id }) => listed.has(id)),
    features: target.profile.features,
    suites,
    remains: earlier.remains,
    failOn: 'fail',
    cutShort: null,
  });
}

/** Looked at before anything is judged: a scenario that fails for it would be an error of ours. */
function refuseForeign(records: readonly ExchangeRecord[], runFolder: string): void {
  for (const { file } of records.flatMap(bodiesOf)) {
    if (file === null || !existsSync(join(runFolder, file))) continue;
    regularFile(join(runFolder, file), { most: Number.POSITIVE_INFINITY, within: runFolder });
  }
}

/** The evidence that is there already: nothing is written. */
function recordedEvidence(records: readonly ExchangeRecord[], runFolder: string): Evidence {
  const byId = new Map(records.map((record) => [record.id, record]));
  return {
    keep(exchange) {
      const record = byId.get(exchange.id);
      if (!record) throw new Error(`exchange ${exchange.id} is not of the run`);
      return record;
    },
    settle() {},
    restore: (record) => restored(record, runFolder),
  };
}
