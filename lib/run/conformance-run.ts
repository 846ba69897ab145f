import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { BOUNDS } from '../bounds.ts';
import { withSecretOfRun } from '../bytes/drawn.ts';
import { accountOf } from '../deletion/account.ts';
import { createDeletions, type SeenOfServer } from '../deletion/deletions.ts';
import { createLedger, type Ledger, remaining } from '../deletion/ledger.ts';
import { type Reset, resetStudy } from '../deletion/reset.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { hurriedBy } from '../http/hurry.ts';
import type { Transport } from '../http/plain-transport.ts';
import { createTransport } from '../http/transport.ts';
import { probe } from '../probe/probe.ts';
import type { SuiteCovers } from '../results/coverage.ts';
import type { FailOn } from '../results/outcome.ts';
import type { PlanRecord, RemainsRecord, Results, TargetRecord } from '../results/results.ts';
import type { TargetInput } from '../target/configuration.ts';
import type { Target } from '../target/target.ts';
import { assemble } from './assemble.ts';
import { claimStudyOf } from './claim.ts';
import { type CleaningUp, cleanUp, remainsOf } from './clean-up/clean-up.ts';
import { isLook, looksThatWorked } from './clean-up/looks.ts';
import { copiesOf } from './copies.ts';
import {
  type CutShort,
  cutShortByCredentials,
  cutShortByError,
  cutShortByPlaywright,
  cutShortByTarget,
  INTERRUPTED,
  TOO_LONG,
  wordsOf,
} from './cut-short.ts';
import { restored } from './evidence.ts';
import { withKeptBodies } from './evidence-budget.ts';
import { credentialsRefusal, fileJournal, JOURNAL_FILE, type Journal, type JournalEntry } from './journal.ts';
import { largestAnswer } from './largest-answer.ts';
import { makeRoom, type Room } from './make-room.ts';
import type { Player } from './playwright.ts';
import { isUnverified, planOf, preflight, targetRecord } from './preflight.ts';
import { isWriting, type Scenario, withNeeded } from './scenario.ts';
import { type RunSetup, writeSetup } from './setup.ts';
import { sharedUidsOf } from './shared-uids.ts';
import { storedOf } from './stored-of.ts';
import { answerViews } from './views/answer-views.ts';

export interface ConformanceRun {
  readonly folder: string;
  readonly command: readonly string[];
  readonly startedAt: string;
  readonly input: TargetInput;
  readonly target: Target;
  readonly dataset: Dataset;
  readonly datasetFolder: string | null;
  readonly freshUids: Readonly<Record<string, string>> | null;
  /** By which the UIDs that the run makes can be proved to be of it; those in `freshUids` were made with it. */
  readonly secret: string;
  /** Asks the user whether what is in the way may be deleted; null where --reset was not given. */
  readonly confirmReset: Reset['confirm'] | null;
  readonly failOn: FailOn;
  /** Every scenario that there is, in the order of play: what is selected may build on any of them. */
  readonly known: readonly Scenario[];
  /** Those that the results tell of. */
  readonly scenarios: readonly Scenario[];
  /** What each suite judges, those outside this run included. */
  readonly suites: SuiteCovers;
  /** Ids to judge. */
  readonly selected: readonly string[];
  readonly player: Player;
  readonly signal: AbortSignal;
  /** Words for people while the run goes on. */
  readonly say: (line: string) => void;
}

/**
 * A whole conformance run: look at the target, say what will be written, play, clean up, assemble. Whatever cuts it
 * short, there are results, and they say what of ours may still be on the server.
 */
export function runConformance(run: ConformanceRun): Promise<Results> {
  return withSecretOfRun(run.secret, () => playAndCleanUp(run));
}

async function playAndCleanUp(run: ConformanceRun): Promise<Results> {
  const { target, dataset, folder, say } = run;
  const tooLong = AbortSignal.timeout(BOUNDS.runTime.limit);
  const signal = AbortSignal.any([run.signal, tooLong]);
  const spoolFolder = join(folder, 'spool');
  const journal = fileJournal(join(folder, JOURNAL_FILE));
  const plays = withNeeded(run.known, run.selected).filter((scenario) => !target.isReadOnly || !isWriting(scenario));
  const usesOthersUids = run.freshUids === null && !target.embedded && !target.isReadOnly;
  const copies = copiesOf(plays, dataset, usesOthersUids ? COPIES_UNDER_UIDS_OF_OTHERS : 0);
  let setup = setupOf(run, plays, targetRecord(target, null));
  let plan = planOf(target, dataset, copies, null);
  let offered: CleaningUp['offered'] = [];
  let cutShort: CutShort | null;
  const server: SeenOfServer = { worked: new Set() };
  const beforehand = createTransport({ target, spoolFolder, signal, maximumBodyBytes: BOUNDS.answerBeforehand.limit });
  // Cleaning up and looking whether the target is still there go on after an interruption.
  const patient = createTransport({ target, spoolFolder, maximumBodyBytes: largestAnswer(dataset) });
  const afterwards = hurriedBy(run.signal, patient, target, () => slowestIn(journal));
  try {
    const seen = await preflight(target, beforehand, dataset, copies);
    ({ plan, offered } = seen);
    setup = setupOf(run, plays, seen.record);
    writeSetup(folder, setup);
    say(planInWords(target, plan, plays));
    if (usesOthersUids) await makeRoom(roomOf(run, journal, beforehand, server));
    signal.throwIfAborted();
    const outcome = await run.player.play(folder, signal);
    signal.throwIfAborted();
    cutShort = cutShortByPlaywright(outcome, playedAny(journal)) ?? (await lost(target, afterwards, journal));
  } catch (error) {
    cutShort = run.signal.aborted ? INTERRUPTED : tooLong.aborted ? TOO_LONG : cutShortByError(error);
  }
  if (cutShort) say([cutShort.why, cutShort.hint].filter(Boolean).join('\n  '));
  try {
    const settled = await tidyUp(run, journal, afterwards, { offered, cutShort, server });
    const entries = withKeptBodies(settled.entries, folder);
    const { remains } = settled;
    const { scenarios, suites, failOn } = run;
    const { features } = target.profile;
    const results = assemble({
      setup,
      plan,
      entries,
      scenarios,
      features,
      suites,
      remains,
      failOn,
      cutShort,
    });
    return { ...results, answers: answerViews(results, (record) => restored(record, folder)) };
  } finally {
    beforehand.close();
    afterwards.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}

/** The claim, and the two that each of the two processes tries a DELETE on, where it deletes. */
const COPIES_UNDER_UIDS_OF_OTHERS = 5;

function sendingOf(target: Target, transport: Transport): SendingOptions {
  let count = 0;
  return { target, transport, nextExchangeId: () => `run.${++count}` };
}

function ledgerOf({ dataset, target, freshUids }: ConformanceRun, journal: Journal): Ledger {
  return createLedger(
    journal.entries().flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
    (entry) => journal.append({ kind: 'ledger', entry }),
    sharedUidsOf(dataset, target, freshUids),
  );
}

function roomOf(run: ConformanceRun, journal: Journal, transport: Transport, server: SeenOfServer): Room {
  const { target, dataset, confirmReset: confirm, say } = run;
  const { study } = dataset;
  const sending = sendingOf(target, transport);
  const dicomweb = createDicomWebClient(sending);
  const ledger = ledgerOf(run, journal);
  const instances = new Set(dataset.instances.map(({ instance }) => instance));
  const { trial } = accountOf(ledger, storedOf(dataset));
  return {
    dicomweb,
    dataset,
    ledger,
    visibilityMs: target.profile.visibilityWindowMs,
    reset: confirm && (() => resetStudy({ sending, dicomweb, study, instances, trial, server, say, confirm })),
  };
}

/** How long the slowest answer of the run took, in milliseconds. */
function slowestIn(journal: Journal): number {
  return journal
    .entries()
    .flatMap((entry) => (entry.kind === 'exchange' && entry.record.failure === null ? [entry.record.timings.end] : []))
    .reduce((slowest, end) => Math.max(slowest, end), 0);
}

function playedAny(journal: Journal): boolean {
  return journal.entries().some(({ kind }) => kind === 'scenario');
}

/** What is known when the scenarios are over. */
interface Ending {
  readonly offered: CleaningUp['offered'];
  readonly cutShort: CutShort | null;
  readonly server: SeenOfServer;
}

/** Cleans up after the scenarios as far as the target lets it, and tells what may be left. */
async function tidyUp(
  run: ConformanceRun,
  journal: Journal,
  transport: Transport,
  { offered, cutShort, server }: Ending,
): Promise<{ entries: readonly JournalEntry[]; remains: RemainsRecord[] }> {
  const entries = journal.entries();
  const ledger = ledgerOf(run, journal);
  const left = remaining(ledger);
  if (left.length === 0) return { entries, remains: [] };
  if (cutShort?.leaves) return { entries, remains: remainsOf(left, cutShort.leaves) };
  run.say('Cleaning up what this run stored …');
  const sending = sendingOf(run.target, transport);
  const dicomweb = createDicomWebClient(sending);
  const deletions = createDeletions(sending, dicomweb, accountOf(ledger, storedOf(run.dataset)), server);
  try {
    // Who interrupts a run is not to wait for each instance on a server that answers nothing.
    if (cutShort === INTERRUPTED) {
      const outcome = await probe(run.target, transport);
      if (outcome.kind === 'unreachable') return { entries, remains: remainsOf(left, outcome.message) };
    }
    const seen = entries.flatMap((entry) => (entry.kind === 'exchange' && isLook(entry.record) ? [entry.record] : []));
    const claimStudy = claimStudyOf(run.dataset.study);
    const worked = looksThatWorked(seen.map((record) => () => restored(record, run.folder)));
    return { entries, remains: await cleanUp({ dicomweb, deletions, ledger, offered, worked, claimStudy }) };
  } catch (error) {
    return { entries, remains: remainsOf(remaining(ledger), `cleaning up failed: ${wordsOf(error)}`) };
  }
}

/** What cut the run short without ending it: the target is gone, or takes the credentials no longer, or did not for a time. */
async function lost(target: Target, transport: Transport, journal: Journal): Promise<CutShort | null> {
  const outcome = await probe(target, transport);
  if (outcome.kind === 'unreachable') return cutShortByTarget(outcome);
  const refusal = credentialsRefusal(journal.entries());
  const areBack = outcome.kind !== 'refused';
  if (refusal !== null) return cutShortByCredentials(refusal, areBack);
  return areBack ? null : cutShortByCredentials(outcome.message, areBack);
}

function setupOf(run: ConformanceRun, plays: readonly Scenario[], record: TargetRecord): RunSetup {
  return {
    id: randomUUID(),
    secret: run.secret,
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

function planInWords(target: Target, plan: PlanRecord, plays: readonly Scenario[]): string {
  if (plan.isReadOnly)
    return `Target  ${target.baseUrl}\nWrites  nothing: GET, HEAD and OPTIONS are all that is sent (--read-only).`;
  const megabytes = (plan.bytes / 1e6).toFixed(1);
  const copies = plan.copies ? `, of which copies under fresh study UIDs: ${plan.copies}` : '';
  // The delete of a study stores another one, to see that it stays, and something to delete where nothing is left.
  const bystander = plays.some(({ service }) => service === 'delete')
    ? 'Where deleting works, also a copy of one instance under a fresh study UID. '
    : '';
  const stays =
    plan.stays === null
      ? `${bystander}Everything is deleted again as far as the server deletes; what stays is listed.`
      : `STAYS ON THE SERVER: ${plan.stays}.`;
  return [
    `Target  ${target.baseUrl}${isUnverified(target) ? ' (its certificate is NOT VERIFIED: --insecure)' : ''}`,
    `Writes  ${plan.instances} instances, ${megabytes} MB (${plan.dataset}), study ${plan.studies.join(', ')}${copies}`,
    `        ${stays}`,
  ].join('\n');
}
