import { randomUUID } from 'node:crypto';
import type { Dataset } from '../../fixtures/dataset.ts';
import { CommandError, EXIT_CODES } from '../cli/exit-codes.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import { createTransport } from '../http/transport.ts';
import type { RemainsRecord, Results, TargetRecord } from '../results/results.ts';
import type { FailOn } from '../results/rollup.ts';
import { studyExists } from '../target/study-exists.ts';
import type { Target } from '../target/target.ts';
import { assemble, type CutShort } from './assemble.ts';
import { cleanUp } from './clean-up.ts';
import { fileJournal, JOURNAL_FILE } from './journal.ts';
import { createLedger, remaining } from './ledger.ts';
import { runPlaywright } from './playwright.ts';
import { planOf, preflight, targetRecord } from './preflight.ts';
import type { Scenario } from './scenario.ts';
import { type RunSetup, type TargetInput, writeSetup } from './setup.ts';

export interface ConformanceRun {
  readonly folder: string;
  readonly command: readonly string[];
  readonly input: TargetInput;
  readonly target: Target;
  readonly dataset: Dataset;
  readonly datasetFolder: string | null;
  readonly freshUids: Readonly<Record<string, string>> | null;
  readonly reset: boolean;
  readonly failOn: FailOn;
  readonly scenarios: readonly Scenario[];
  /** Ids to judge. */
  readonly selected: readonly string[];
  readonly signal: AbortSignal;
  /** Words for people while the run goes on. */
  readonly say: (line: string) => void;
}

/**
 * A whole conformance run: look at the target, say what will be written, play, clean up, assemble. Whatever cuts it
 * short, there are results, and they say what of ours may still be on the server.
 */
export async function runConformance(run: ConformanceRun): Promise<Results> {
  const { target, dataset, folder, signal, say } = run;
  const transport = createTransport({ target, spoolFolder: folder, signal: new AbortController().signal });
  const journal = fileJournal(`${folder}/${JOURNAL_FILE}`);
  let setup = setupOf(run, targetRecord(target, null));
  let plan = planOf(dataset, null);
  let remains: RemainsRecord[] = [];
  let cutShort: CutShort | null = null;
  let count = 0;
  const dicomweb = createDicomWebClient({ target, transport, nextExchangeId: () => `run.${++count}` });
  try {
    const seen = await preflight(target, transport, dataset);
    plan = seen.plan;
    setup = setupOf(run, seen.record);
    writeSetup(folder, setup);
    say(planInWords(target, plan.instances, plan.bytes, plan.studies, plan.stays));
    await makeRoom(run, dicomweb, transport);
    const outcome = await runPlaywright(folder, signal);
    cutShort = cutShortBy(signal, outcome, journal.entries().some(({ kind }) => kind === 'scenario'));
    const ledger = createLedger(
      journal.entries().flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
      (entry) => journal.append({ kind: 'ledger', entry }),
    );
    if (remaining(ledger).length > 0) say('Cleaning up what this run stored …');
    remains = await cleanUp(dicomweb, ledger, seen.canDelete);
    cutShort ??= await stillThere(run, transport);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say(`${error.message}${error.hint ? `\n  ${error.hint}` : ''}`);
    cutShort = { why: error.message, exitCode: error.exitCode };
  } finally {
    transport.close();
  }
  return assemble({
    setup,
    plan,
    entries: journal.entries(),
    scenarios: run.scenarios,
    remains,
    failOn: run.failOn,
    cutShort,
  });
}
