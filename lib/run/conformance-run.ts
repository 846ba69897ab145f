import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { EXIT_CODES } from '../errors/exit-codes.ts';
import type { Transport } from '../http/plain-transport.ts';
import { createTransport } from '../http/transport.ts';
import { probe } from '../probe/probe.ts';
import type { PlanRecord, RemainsRecord, Results, TargetRecord } from '../results/results.ts';
import type { FailOn } from '../results/rollup.ts';
import type { TargetInput } from '../target/configuration.ts';
import type { Target } from '../target/target.ts';
import { assemble } from './assemble.ts';
import { cleanUp, remainsOf } from './clean-up.ts';
import {
  type CutShort,
  cutShortByError,
  cutShortByPlaywright,
  cutShortByTarget,
  INTERRUPTED,
  wordsOf,
} from './cut-short.ts';
import { withKeptBodies } from './evidence-budget.ts';
import { fileJournal, JOURNAL_FILE, type Journal, type JournalEntry } from './journal.ts';
import { LARGEST_BEFOREHAND, largestAnswer } from './largest-answer.ts';
import { createLedger, remaining } from './ledger.ts';
import { makeRoom } from './make-room.ts';
import type { WaitingPlaywright } from './playwright.ts';
import { planOf, preflight, targetRecord } from './preflight.ts';
import { type Scenario, withNeeded } from './scenario.ts';
import { type RunSetup, writeSetup } from './setup.ts';

interface ConformanceRun {
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
  /** Every scenario that there is, in the order of play: what is selected may build on any of them. */
  readonly known: readonly Scenario[];
  /** Those that the results tell of. */
  readonly scenarios: readonly Scenario[];
  /** Ids to judge. */
  readonly selected: readonly string[];
  readonly playwright: WaitingPlaywright;
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
  const spoolFolder = join(folder, 'spool');
  const journal = fileJournal(join(folder, JOURNAL_FILE));
  const plays = withNeeded(run.known, run.selected);
  const copies = plays.reduce((sum, scenario) => sum + (scenario.copies ?? 0), 0);
  let setup = setupOf(run, plays, targetRecord(target, null));
  let plan = planOf(dataset, copies, null);
  let canDelete = false;
  let cutShort: CutShort | null;
  const beforehand = createTransport({ target, spoolFolder, signal, maximumBodyBytes: LARGEST_BEFOREHAND });
  // Cleaning up and looking whether the target is still there go on after an interruption.
  const afterwards = createTransport({ target, spoolFolder, maximumBodyBytes: largestAnswer(dataset) });
  try {
    const seen = await preflight(target, beforehand, dataset, copies);
    ({ plan, canDelete } = seen);
    setup = setupOf(run, plays, seen.record);
    writeSetup(folder, setup);
    say(planInWords(target, plan, plays));
    await makeRoom(clientOf(target, beforehand), { study: dataset.study, reset: run.reset, say });
    signal.throwIfAborted();
    const outcome = await run.playwright.play(folder, signal);
    signal.throwIfAborted();
    cutShort = cutShortByPlaywright(outcome, playedAny(journal)) ?? (await targetIsGone(target, afterwards));
  } catch (error) {
    cutShort = signal.aborted ? INTERRUPTED : cutShortByError(error);
  }
  if (cutShort) say([cutShort.why, cutShort.hint].filter(Boolean).join('\n  '));
  try {
    const settled = await tidyUp(run, journal, clientOf(target, afterwards), { canDelete, cutShort });
    const entries = withKeptBodies(settled.entries, folder);
    const { remains } = settled;
    return assemble({ setup, plan, entries, scenarios: run.scenarios, remains, failOn: run.failOn, cutShort });
  } finally {
    beforehand.close();
    afterwards.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}

function clientOf(target: Target, transport: Transport): DicomWebClient {
  let count = 0;
  return createDicomWebClient({ target, transport, nextExchangeId: () => `run.${++count}` });
}

function playedAny(journal: Journal): boolean {
  return journal.entries().some(({ kind }) => kind === 'scenario');
}

/** Cleans up after the scenarios as far as the target lets it, and tells what may be left. */
async function tidyUp(
  { say }: ConformanceRun,
  journal: Journal,
  dicomweb: DicomWebClient,
  { canDelete, cutShort }: { readonly canDelete: boolean; readonly cutShort: CutShort | null },
): Promise<{ entries: readonly JournalEntry[]; remains: RemainsRecord[] }> {
  const entries = journal.entries();
  const ledger = createLedger(
    entries.flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
    (entry) => journal.append({ kind: 'ledger', entry }),
  );
  const left = remaining(ledger);
  if (left.length === 0) return { entries, remains: [] };
  if (cutShort?.exitCode === EXIT_CODES.unreachable) return { entries, remains: remainsOf(left, cutShort.why) };
  say('Cleaning up what this run stored …');
  try {
    return { entries, remains: await cleanUp(dicomweb, ledger, canDelete) };
  } catch (error) {
    return { entries, remains: remainsOf(remaining(ledger), `cleaning up failed: ${wordsOf(error)}`) };
  }
}

async function targetIsGone(target: Target, transport: Transport): Promise<CutShort | null> {
  const outcome = await probe(target, transport);
  return outcome.kind === 'unreachable' ? cutShortByTarget(outcome) : null;
}

function setupOf(run: ConformanceRun, plays: readonly Scenario[], record: TargetRecord): RunSetup {
  return {
    id: randomUUID(),
    command: run.command,
    startedAt: run.startedAt,
    target: run.input,
    record,
    dataset: run.datasetFolder,
    freshUids: run.freshUids,
    scenarios: run.selected,
    plays: plays.map(({ id, service, title, covers }) => ({
      id,
      service,
      title,
      covers,
      judged: run.selected.includes(id),
    })),
  };
}

function planInWords({ baseUrl }: Target, plan: PlanRecord, plays: readonly Scenario[]): string {
  const megabytes = (plan.bytes / 1e6).toFixed(1);
  const copies = plan.copies ? `, of which copies under fresh study UIDs: ${plan.copies}` : '';
  // The delete of a study stores another one, to see that it stays.
  const bystander = plays.some(({ service }) => service === 'delete')
    ? 'Where deleting works, also a copy of one instance under a fresh study UID. '
    : '';
  const stays =
    plan.stays === null
      ? `${bystander}Everything is deleted again as far as the server deletes; what stays is listed.`
      : `STAYS ON THE SERVER: ${plan.stays}.`;
  return [
    `Target  ${baseUrl}`,
    `Writes  ${plan.instances} instances, ${megabytes} MB (${plan.dataset}), study ${plan.studies.join(', ')}${copies}`,
    `        ${stays}`,
  ].join('\n');
}
