import { join } from 'node:path';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { RemainsRecord, Results } from '../results/results.ts';
import { type ProbeReady, probe } from '../target/probe.ts';
import type { Target } from '../target/target.ts';
import { judgeGenerator } from './ceiling.ts';
import { cleanUp } from './clean-up.ts';
import { EngineSession } from './engine-session.ts';
import { unlessInterrupted } from './interrupted.ts';
import { judgeAnswers } from './judge-answers.ts';
import type { K6 } from './k6-binary.ts';
import { LEDGER_FILE, LedgerFile } from './ledger-file.ts';
import { loadResult } from './load-result.ts';
import { lookForStored } from './look-for-stored.ts';
import { measureOwnCeiling } from './own-ceiling.ts';
import { type LoadPlan, planFor, planInWords, plannedSeconds, shownSettings } from './plan.ts';
import { writePool } from './pool-files.ts';
import type { Progress } from './progress.ts';
import { loadResults } from './results.ts';
import { scriptEnvironment } from './script-environment.ts';
import { EventCollector } from './script-events.ts';
import { endingOf } from './verdict.ts';

export interface LoadRun extends LoadPlan {
  /** Null runs the embedded engine. */
  readonly k6: K6 | null;
  /** Folder of the results. */
  readonly folder: string;
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Runs one load script against a target: looks at the target, says what will be written, measures what the generator
 * itself can do, runs, and cleans up.
 *
 * @throws CommandError with exit code 3 when the target cannot be reached or refuses the credentials.
 */
export async function runLoad(run: LoadRun): Promise<Results> {
  const startedAt = new Date().toISOString();
  const session = new EngineSession(run.k6);
  const transport = createTransport({ target: run.target, spoolFolder: join(session.folder, 'spool') });
  try {
    const seen = await unlessInterrupted(run.signal, look(run.target, transport));
    const plan = planFor(run, seen);
    for (const line of planInWords(run, plan)) run.progress.say(line);
    const pool = run.script === 'delete' ? null : await prepare(run, session);
    const environment = scriptEnvironment(run.target, run.settings, pool);
    const onWarning = (text: string): void => run.progress.say(text);
    const ceiling = await measureOwnCeiling(run, session, { environment, signal: run.signal, onWarning });
    const ledger = new LedgerFile(join(run.folder, LEDGER_FILE));
    const events = new EventCollector((study, instances) => ledger.add(study, instances));
    const measured = await session.run(run.script, plannedSeconds(run.settings), {
      environment,
      signal: run.signal,
      onSecond: (second) => run.progress.second(second),
      onConsole: (line) => events.take(line),
      onWarning,
    });
    run.progress.done();
    explainFailures(run, events);
    const looked = await lookAfterwards(run, transport, events);
    const remains = await cleanUp(run, plan, ledger, transport, (line) => run.progress.say(line));
    const result = loadResult(measured, {
      script: run.script,
      shape: run.settings.shape,
      model: run.settings.rate === undefined ? 'closed' : 'open',
      settings: shownSettings(run),
      lost: events.lost.map(({ sopInstanceUID }) => sopInstanceUID),
      changed: events.changed.map(({ sopInstanceUID }) => sopInstanceUID),
      generator: { requestsPerSecond: 0, bytesPerSecond: 0, saturated: false, why: '' },
    });
    return loadResults({
      command: run.command,
      startedAt,
      target: run.target,
      seen,
      plan,
      load: { ...result, ...looked, generator: judgeGenerator(ceiling, result.series) },
      ending: endingOf(measured.exitCode, measured.error, events.targetFailure ?? undeleted(run, remains)),
      remains,
      judged: judgeAnswers(events.answers, startedAt),
    });
  } finally {
    transport.close();
    session.close();
  }
}

/** Why a run of the script delete did not do what it is for; null when it did. */
function undeleted({ script }: LoadRun, remains: readonly RemainsRecord[]): string | null {
  if (script !== 'delete' || remains.length === 0) return null;
  return `${remains.length} of the studies to delete are still there`;
}

async function prepare(run: LoadRun, { folder }: EngineSession): Promise<string> {
  try {
    return await writePool({ folder, mix: run.mix, size: run.size, seed: run.settings.seed });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const hint = 'choose another temporary folder by TMPDIR, or a smaller --size';
    throw new CommandError(`the instances cannot be prepared in ${folder}: ${why}`, EXIT_CODES.harnessError, hint);
  }
}

async function look(target: Target, transport: Transport): Promise<ProbeReady> {
  const outcome = await probe(target, transport);
  if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
  return outcome;
}

/** Says what the first failures of each kind were, in the script's words. */
function explainFailures({ progress }: LoadRun, { failures }: EventCollector): void {
  const first = new Map(failures.map(({ operation, kind, why }) => [`${operation} failed, ${kind}`, why]));
  for (const [what, why] of first) progress.say(`${what}: ${why}`);
}

function clientOf({ target }: LoadRun, transport: Transport): DicomWebClient {
  let count = 0;
  return createDicomWebClient({ target, transport, nextExchangeId: () => `load.after.${++count}` });
}

/**
 * What became of some acknowledged instances, for the result. `durability` looks for all of them itself. Where not one
 * is shown, nothing is called lost: a target that gives back nothing at all may be one that only takes objects in.
 */
async function lookAfterwards(
  run: LoadRun,
  transport: Transport,
  { acknowledged }: EventCollector,
): Promise<Partial<LoadResult>> {
  if (run.script === 'durability' || acknowledged.length === 0 || run.signal.aborted) return {};
  const visibilityMs = run.target.profile.visibilityWindowMs;
  const { shown, absent } = await lookForStored(clientOf(run, transport), acknowledged, visibilityMs, run.signal);
  if (shown + absent.length === 0) return {};
  if (shown === 0) return { verified: 0 };
  return { verified: shown + absent.length, lost: absent, lostCount: absent.length };
}
