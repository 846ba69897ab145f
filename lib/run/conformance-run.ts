import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { CommandError, EXIT_CODES } from '../cli/exit-codes.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { PlanRecord, RemainsRecord, Results, TargetRecord } from '../results/results.ts';
import type { FailOn } from '../results/rollup.ts';
import { probe } from '../target/probe.ts';
import { studyExists } from '../target/study-exists.ts';
import type { Target } from '../target/target.ts';
import { assemble, type CutShort } from './assemble.ts';
import { cleanUp } from './clean-up.ts';
import { fileJournal, JOURNAL_FILE } from './journal.ts';
import { createLedger, remaining } from './ledger.ts';
import { type PlaywrightOutcome, runPlaywright } from './playwright.ts';
import { planOf, preflight, targetRecord } from './preflight.ts';
import type { Scenario } from './scenario.ts';
import { type RunSetup, type TargetInput, writeSetup } from './setup.ts';

export interface ConformanceRun {
  readonly folder: string;
  readonly command: readonly string[];
  readonly startedAt: string;
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
  const transport = createTransport({ target, spoolFolder: join(folder, 'spool') });
  const journal = fileJournal(join(folder, JOURNAL_FILE));
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
    say(planInWords(target, plan));
    await makeRoom(run, dicomweb);
    const outcome = await runPlaywright(folder, signal);
    cutShort = cutShortBy(
      signal,
      outcome,
      journal.entries().some(({ kind }) => kind === 'scenario'),
    );
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
    rmSync(join(folder, 'spool'), { recursive: true, force: true });
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

function setupOf(run: ConformanceRun, record: TargetRecord): RunSetup {
  return {
    id: randomUUID(),
    command: run.command,
    startedAt: run.startedAt,
    target: run.input,
    record,
    dataset: run.datasetFolder,
    freshUids: run.freshUids,
    scenarios: run.selected,
  };
}

/**
 * The study must not be there yet: what is there may be somebody's. With `reset` it is deleted first, which the user
 * asked for by name.
 */
async function makeRoom(run: ConformanceRun, dicomweb: DicomWebClient): Promise<void> {
  const { dataset } = run;
  const isThere = async (): Promise<boolean> => (await studyExists(dicomweb, dataset.study)).kind === 'present';
  if (!(await isThere())) return;
  if (!run.reset) {
    throw new CommandError(
      `study ${dataset.study} is already on the server; nothing was stored`,
      EXIT_CODES.usage,
      '--fresh-uids stores under new UIDs, --reset deletes that study first',
    );
  }
  run.say(`Deleting study ${dataset.study} first, as --reset asks …`);
  await dicomweb.delete({ study: dataset.study });
  if (await isThere()) {
    throw new CommandError(
      `--reset: study ${dataset.study} could not be deleted; nothing was stored`,
      EXIT_CODES.usage,
      "delete it by the server's own means, or use --fresh-uids",
    );
  }
}

/** Why a run ended before its end; null when it did not. */
function cutShortBy(signal: AbortSignal, outcome: PlaywrightOutcome, anyPlayed: boolean): CutShort | null {
  if (signal.aborted) return { why: 'interrupted by the user', exitCode: EXIT_CODES.interrupted };
  // Playwright exits with 1 when a test failed; without one that was played it could not even start.
  if (!anyPlayed) return { why: `Playwright did not run: ${outcome.output.trim()}`, exitCode: EXIT_CODES.harnessError };
  return null;
}

/** A target that is gone at the end cut the run short, whenever it died. */
async function stillThere(run: ConformanceRun, transport: Transport): Promise<CutShort | null> {
  const outcome = await probe(run.target, transport);
  if (outcome.kind !== 'unreachable') return null;
  return { why: `the target stopped answering during the run: ${outcome.message}`, exitCode: EXIT_CODES.unreachable };
}

function planInWords({ baseUrl }: Target, plan: PlanRecord): string {
  const megabytes = (plan.bytes / 1e6).toFixed(1);
  const stays =
    plan.stays === null
      ? 'Where deleting works, also a copy of one instance under a fresh study UID. Everything is deleted again.'
      : `STAYS ON THE SERVER: ${plan.stays}.`;
  return [
    `Target  ${baseUrl}`,
    `Writes  ${plan.instances} instances, ${megabytes} MB (${plan.dataset}), study ${plan.studies.join(', ')}`,
    `        ${stays}`,
  ].join('\n');
}
