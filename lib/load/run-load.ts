import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { hurriedBy } from '../http/hurry.ts';
import type { Transport } from '../http/plain-transport.ts';
import { redactorFor } from '../http/redaction.ts';
import { createTransport } from '../http/transport.ts';
import { type ProbeReady, probe } from '../probe/probe.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { RemainsRecord, Results } from '../results/results.ts';
import { pickStudies } from '../run/pick-study.ts';
import type { Target } from '../target/target.ts';
import { arrivalsOf, askedPerSecond } from './arrivals.ts';
import { loadResult } from './build-load-result.ts';
import { loadResults } from './build-results.ts';
import { cleanUp, studiesToDelete } from './clean-up.ts';
import { EngineSession } from './engine-session.ts';
import { unlessInterrupted } from './interrupted.ts';
import { judgeAnswers } from './judge-answers.ts';
import { judgeGenerator } from './judge-generator.ts';
import type { K6 } from './k6-binary.ts';
import { LEDGER_FILE, LedgerFile } from './ledger-file.ts';
import { endingOf } from './load-summary.ts';
import { lookForStored } from './look-for-stored.ts';
import { measureGeneratorCeiling } from './measure-ceiling.ts';
import { ALL_OPERATIONS } from './measured.ts';
import { type LoadPlan, planFor, planInWords, plannedSeconds, shownSettings } from './plan.ts';
import { writePool } from './pool-files.ts';
import type { Progress } from './progress.ts';
import { bodiesOf, scriptEnvironment } from './script-environment.ts';
import { EventCollector } from './script-events.ts';
import { createStudyLooks } from './study-looks.ts';
import { connectionOf, renewedAuthorization } from './target-connection.ts';
import { CredentialsWatch } from './watch-credentials.ts';

interface LoadRun extends LoadPlan {
  /** Null runs the embedded engine. */
  readonly k6: K6 | null;
  /** Folder of the results. */
  readonly folder: string;
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** For who needs no ceiling: measuring it takes the whole processor for as long as a short run lasts. */
  readonly measureCeiling?: typeof measureGeneratorCeiling;
}

/**
 * Runs one load script against a target: probes the target, says what will be written, measures the most that the
 * generator can do, runs the script, looks for some of the stored instances, and deletes what it stored.
 *
 * @throws CommandError with exit code 3 when the target cannot be reached or refuses the credentials.
 */
export async function runLoad(asked: LoadRun): Promise<Results> {
  const startedAt = new Date().toISOString();
  const session = new EngineSession(asked.k6);
  const { target, signal } = asked;
  const patient = createTransport({
    target,
    spoolFolder: join(session.folder, 'spool'),
    // What is looked for are lists of few studies and single instances.
    maximumBodyBytes: BOUNDS.answerBeforehand.limit,
  });
  let usualMs = 0;
  const transport = hurriedBy(signal, patient, target, () => usualMs);
  try {
    const seen = await unlessInterrupted(asked.signal, probeTarget(asked.target, transport));
    const run = await withStudies(asked, transport);
    const plan = planFor(run, seen);
    for (const line of planInWords(run, plan)) run.progress.say(line);
    const pool = run.script === 'delete' ? null : await prepare(run, session);
    const environment = scriptEnvironment(run.target, run.settings, pool);
    // Of the same moment as the token in the environment.
    const authorization = run.k6 === null ? renewedAuthorization(run.target) : undefined;
    const onWarning = (text: string): void => run.progress.say(text);
    const { measureCeiling = measureGeneratorCeiling } = run;
    const ceiling = await measureCeiling(run, session, { environment, signal: run.signal, onWarning });
    const ledger = new LedgerFile(join(run.folder, LEDGER_FILE));
    const connection = connectionOf(run.target, seen);
    const watch = new CredentialsWatch(run.target, clientOf(run, transport), authorization !== undefined);
    const events = new EventCollector(
      (study, instances) => ledger.add(study, instances),
      (why) => watch.heard(why),
    );
    const looks = createStudyLooks(clientOf(run, transport));
    if (run.script === 'delete') for (const study of studiesToDelete(run.settings)) await looks.lookFor(study);
    const measured = await session.run(run.script, plannedSeconds(run.settings), {
      environment,
      connection,
      bodies: bodiesOf(run.settings, pool),
      ...(authorization === undefined ? {} : { authorization }),
      signal: AbortSignal.any([run.signal, watch.ended.signal]),
      onSecond: (second) => run.progress.second(second),
      onConsole: (line) => events.take(line),
      onWarning,
    });
    run.progress.done();
    usualMs = measured.metrics[ALL_OPERATIONS]?.values['p(95)'] ?? 0;
    explainFailures(run, events);
    const refused = await watch.settled(
      Object.entries(measured.metrics).some(
        ([metric, { values }]) => metric.endsWith('_failed_status_4xx') && (values.count ?? 0) > 0,
      ),
    );
    if (refused !== null) run.progress.say(refused);
    const looked = await lookAfterwards(run, transport, events);
    // An interrupt of the load is followed by the clean-up; one of the clean-up ends it.
    const stop = run.signal.aborted ? new AbortController().signal : run.signal;
    const say = (line: string): void => run.progress.say(line);
    const remains = await cleanUp({ run, plan, ledger, transport, looks, stop, say });
    const redact = redactorFor(run.target);
    const shown = (text: string | null): string | null => text && redact.text(text);
    const perSecond = askedPerSecond(run.settings);
    const result = loadResult(measured, {
      script: run.script,
      shape: run.settings.shape,
      model: run.settings.rate === undefined ? 'closed' : 'open',
      settings: { ...shownSettings(run), http: [...events.protocols].sort().join(', ') || connection.version },
      lost: events.lost.map(({ sopInstanceUID }) => sopInstanceUID),
      changed: events.changed.map(({ sopInstanceUID }) => sopInstanceUID),
      generator: { requestsPerSecond: 0, bytesPerSecond: 0, saturated: false, why: '' },
      failures: events.failures.map((failure) => ({ ...failure, why: redact.text(failure.why) })),
      arrivals: perSecond === null ? null : arrivalsOf(measured, perSecond, plannedSeconds(run.settings)),
    });
    return loadResults({
      command: run.command,
      startedAt,
      target: run.target,
      seen,
      plan,
      load: { ...result, ...looked, generator: judgeGenerator(ceiling, result.series) },
      ending:
        refused !== null && !run.signal.aborted
          ? { kind: 'target-failed', why: refused }
          : stop.aborted
            ? { kind: 'interrupted' }
            : endingOf(
                measured.exitCode,
                shown(measured.error),
                shown(events.targetFailure) ?? undeleted(run, remains),
              ),
      remains,
      judged: judgeAnswers(events.answers, startedAt, run.target),
    });
  } finally {
    transport.close();
    session.close();
  }
}

/** A read-only run with the studies that it reads: those that were named, or some that a search lists. */
async function withStudies(run: LoadRun, transport: Transport): Promise<LoadRun> {
  if (!run.target.isReadOnly || run.settings.studies !== undefined) return run;
  const picked = await pickStudies(clientOf(run, transport));
  return { ...run, settings: { ...run.settings, studies: picked.map(({ uid }) => uid) } };
}

/** Why a run of the script `delete` failed; null when it deleted every study, and for other scripts. */
function undeleted({ script }: LoadRun, remains: readonly RemainsRecord[]): string | null {
  if (script !== 'delete' || remains.length === 0) return null;
  return `${remains.length} of the studies to delete are still there`;
}

async function prepare(run: LoadRun, { folder }: EngineSession): Promise<string> {
  try {
    return await writePool({ folder, mix: run.mix, size: run.size, seed: run.settings.seed, names: run.names });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const hint = 'choose a smaller --size, or set TMPDIR to a folder with more room';
    throw new CommandError(`the instances cannot be prepared in ${folder}: ${why}`, EXIT_CODES.harnessError, hint);
  }
}

async function probeTarget(target: Target, transport: Transport): Promise<ProbeReady> {
  const outcome = await probe(target, transport);
  if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
  return outcome;
}

/** Prints one failure of each operation and kind, in the script's words. */
function explainFailures({ progress, target }: LoadRun, { failures }: EventCollector): void {
  const redact = redactorFor(target);
  const first = new Map(failures.map(({ operation, kind, why }) => [`${operation} failed, ${kind}`, redact.text(why)]));
  for (const [what, why] of first) progress.say(`${what}: ${why}`);
}

function clientOf({ target }: LoadRun, transport: Transport): DicomWebClient {
  let count = 0;
  return createDicomWebClient({ target, transport, nextExchangeId: () => `load.after.${++count}` });
}

/**
 * Looks for some of the acknowledged instances; returns what the result says of them. Empty for `durability`, which
 * reads all of them back itself. When the target shows none at all, none counts as lost: it may be one that only takes
 * objects.
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
