import { once } from 'node:events';
import { join } from 'node:path';
import { seconds } from '../../load/shared/duration.ts';
import { SHAPES } from '../../load/shared/shape-table.ts';
import { uidPrefix } from '../../load/shared/uid.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { PlanRecord, RemainsRecord, Results } from '../results/results.ts';
import { formatBytes } from '../synthesis/size.ts';
import type { Share } from '../synthesis/synthesise.ts';
import { type ProbeReady, probe } from '../target/probe.ts';
import type { Target } from '../target/target.ts';
import { type Ceiling, judgeGenerator, measureCeiling, sinkInThread } from './ceiling.ts';
import { deleteStudies, stillShown } from './delete-studies.ts';
import { EngineSession } from './engine-session.ts';
import { judgeAnswers } from './judge-answers.ts';
import type { K6 } from './k6-binary.ts';
import { LedgerFile, readLedger } from './ledger-file.ts';
import { loadResult } from './load-result.ts';
import { lookForStored } from './look-for-stored.ts';
import { writePool } from './pool-files.ts';
import type { Progress } from './progress.ts';
import { loadResults } from './results.ts';
import { type LoadSettings, scriptEnvironment } from './script-environment.ts';
import { EventCollector } from './script-events.ts';
import type { ScriptName } from './scripts.ts';
import { endingOf } from './verdict.ts';

/** What is to be run, wherever it runs. */
export interface LoadPlan {
  readonly script: ScriptName;
  readonly target: Target;
  readonly settings: LoadSettings;
  readonly mix: readonly Share[];
  /** Bytes of an instance; null for what is usual for its modality. */
  readonly size: number | null;
  /** Leaves what was stored on the target. */
  readonly keep: boolean;
}

export interface LoadRun extends LoadPlan {
  /** Null runs the embedded engine. */
  readonly k6: K6 | null;
  /** Folder of the results. */
  readonly folder: string;
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** File in the folder of a run with the studies that are, or may be, on the target. */
export const LEDGER_FILE = 'stored-studies.txt';

/** Virtual users of the generator's ceiling: more do not make it higher. */
const MOST_CEILING_USERS = 32;
const CEILING_SECONDS = 3;

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
    announce(run, plan);
    const pool = run.script === 'delete' ? null : await prepare(run, session);
    const environment = scriptEnvironment(run.target, run.settings, pool);
    const ceiling = await measureOwnCeiling(run, session, environment);
    const ledger = new LedgerFile(join(run.folder, LEDGER_FILE));
    const events = new EventCollector((study) => ledger.add(study));
    const measured = await session.run(run.script, plannedSeconds(run.settings), {
      environment,
      signal: run.signal,
      onSecond: (second) => run.progress.second(second),
      onConsole: (line) => events.take(line),
      onWarning: (text) => run.progress.say(text),
    });
    run.progress.done();
    explainFailures(run, events);
    const looked = await lookAfterwards(run, transport, events);
    const remains = await cleanUp(run, transport, ledger, plan);
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

function interruptedEarly(): CommandError {
  return new CommandError('interrupted before the load began', EXIT_CODES.loadInterrupted);
}

/** Waits for an answer that may never come, and no longer than until the run is interrupted. */
async function unlessInterrupted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  if (signal.aborted) throw interruptedEarly();
  return Promise.race([work, once(signal, 'abort').then(() => Promise.reject(interruptedEarly()))]);
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

/** What a run will write and what of it will stay; `seen` is null where the target was not looked at. */
export function planFor(run: LoadPlan, seen: ProbeReady | null): PlanRecord {
  const { target, settings } = run;
  const instances = run.script === 'wado' || run.script === 'qido' ? (settings.corpus ?? DEFAULT_CORPUS) : 0;
  const canDelete = target.profile.features.deleteStudy !== 'no' && seen?.delete !== 'no';
  const kept = run.keep ? 'Everything that is stored stays, as asked for' : null;
  const stuck = canDelete ? null : 'Everything that is stored stays: the target does not delete studies';
  return {
    dataset: run.script === 'delete' ? 'studies of an earlier run' : `synthetic ${mixText(run)}`,
    instances,
    bytes: run.size === null ? 0 : instances * run.size,
    studies: [],
    stays: run.script === 'delete' ? null : (kept ?? stuck),
  };
}

const DEFAULT_CORPUS = 20;

function mixText({ mix, size }: LoadPlan): string {
  const modalities = mix.map(({ modality, weight }) => (mix.length > 1 ? `${modality.code}:${weight}` : modality.code));
  return `${modalities.join(',')}${size === null ? '' : ` of ${formatBytes(size)}`}`;
}

/** Says before the first write what will be written, and what of it will stay. */
function announce(run: LoadRun, plan: PlanRecord): void {
  const { script, settings, target, progress } = run;
  if (script === 'delete') {
    progress.say(`Deletes from ${target.baseUrl} the studies of ${settings.ledger}.`);
    return;
  }
  const until = plan.instances > 0 ? `${plan.instances} instances` : 'instances until the run ends';
  const root = uidPrefix(settings.seed, 0);
  progress.say(`Stores ${plan.dataset} on ${target.baseUrl}: ${until}, all UIDs beginning with ${root}.`);
  const afterwards = target.embedded
    ? 'They are gone with the embedded server when the run ends.'
    : 'Deletes them afterwards, study by study.';
  progress.say(plan.stays === null ? afterwards : `${plan.stays}.`);
}

/** The seconds that a run is planned to take, for those who watch. */
function plannedSeconds({ shape, duration }: LoadSettings): number {
  return seconds(duration ?? SHAPES[shape]?.duration ?? '10s');
}

async function measureOwnCeiling(
  run: LoadRun,
  session: EngineSession,
  environment: Readonly<Record<string, string>>,
): Promise<Ceiling> {
  const sink = await sinkInThread();
  const users = Math.min(
    run.settings.virtualUsers ?? SHAPES[run.settings.shape]?.virtualUsers ?? 1,
    MOST_CEILING_USERS,
  );
  const { RATE: _, THRESHOLDS: __, LEDGER: ___, EVENTS: ____, ...base } = environment;
  try {
    return await measureCeiling(run.script, async (more) => {
      const measured = await session.run('ceiling', CEILING_SECONDS, {
        environment: {
          ...base,
          ...rootsAt(sink.url),
          ...NO_CREDENTIALS,
          SHAPE: 'smoke',
          VUS: String(users),
          DURATION: `${CEILING_SECONDS}s`,
          ...more,
        },
        signal: run.signal,
        onSecond: () => undefined,
        onConsole: () => undefined,
        onWarning: (text) => run.progress.say(text),
      });
      if (run.signal.aborted) throw interruptedEarly();
      return measured;
    });
  } finally {
    sink.close();
  }
}

const NO_CREDENTIALS = { DICOMWEB_TOKEN: '', DICOMWEB_USER: '', DICOMWEB_PASSWORD: '', DICOMWEB_HEADERS: '' };

function rootsAt(url: string): Readonly<Record<string, string>> {
  return { TARGET: url, STORE_ROOT: url, RETRIEVE_ROOT: url, SEARCH_ROOT: url, DELETE_ROOT: url };
}

/** Says what the first failures of each kind were, in the script's words. */
function explainFailures({ progress }: LoadRun, { failures }: EventCollector): void {
  const first = new Map(failures.map(({ operation, kind, why }) => [`${operation} failed, ${kind}`, why]));
  for (const [what, why] of first) progress.say(`${what}: ${why}`);
}

/** Deletes what the run stored, where it can and may; says what stays. */
async function cleanUp(
  run: LoadRun,
  transport: Transport,
  ledger: LedgerFile,
  plan: PlanRecord,
): Promise<readonly RemainsRecord[]> {
  if (run.script === 'delete') return notDeleted(run, transport, ledger);
  const stored = ledger.studies();
  // A server of our own is gone with everything on it as soon as the run is over.
  if (run.target.embedded || stored.length === 0) {
    ledger.reduceTo([]);
    return [];
  }
  if (plan.stays !== null) return stored.map((study) => ({ studyInstanceUid: study, why: plan.stays ?? '' }));
  run.progress.say(`Deleting ${stored.length} studies.`);
  const left = await deleteStudies(clientOf(run, transport), stored, run.target.profile.visibilityWindowMs);
  ledger.reduceTo(left.map(({ studyInstanceUid }) => studyInstanceUid));
  return left;
}

/** What the script delete was to delete, and is there. */
async function notDeleted(run: LoadRun, transport: Transport, ledger: LedgerFile): Promise<readonly RemainsRecord[]> {
  const { settings, target } = run;
  const studies = settings.ledger === undefined ? [] : readLedger(settings.ledger);
  const left = await stillShown(clientOf(run, transport), studies, target.profile.visibilityWindowMs);
  ledger.reduceTo(left.map(({ studyInstanceUid }) => studyInstanceUid));
  return left;
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

/** The settings of a run as the results show them; no credentials are among them. */
export function shownSettings({ settings, mix, size }: LoadPlan): Readonly<Record<string, string | number | boolean>> {
  const { thresholds: _, ...rest } = settings;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    mix: mix.map(({ modality, weight }) => `${modality.code}:${weight}`).join(','),
    ...(size === null ? {} : { size }),
  };
}
