import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { isUid } from '../../dicom/uid.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { isOwnStudy, studyOfAnotherRun } from '../../portable/own-instances.ts';
import { LEAST_MIXED_USERS } from '../../portable/proportions.ts';
import { RUN_LIMIT } from '../../portable/uid.ts';
import { LEDGER_FILE, readLedger } from '../ledger-file.ts';
import { parseThreshold } from '../parse-threshold.ts';
import type { LoadPlan } from '../plan.ts';
import type { LoadSettings } from '../script-environment.ts';
import { READING_SCRIPTS, type ScriptName } from '../scripts.ts';
import type { LoadRequest } from './load-request.ts';

/** Usual size of an instance for the embedded server, which keeps everything in memory. */
const EMBEDDED_SIZE = 32_768;

/** Refuses options that contradict each other or the script. @throws CommandError that names them. */
export function refuseContradictions(script: ScriptName, options: LoadRequest): void {
  if (script === 'delete' && options.ledger === undefined) {
    throw new CommandError('delete needs --ledger', EXIT_CODES.usage, `name the ${LEDGER_FILE} of the run to clean up`);
  }
  if (script === 'delete' && options.target === undefined) {
    throw new CommandError('delete needs --target', EXIT_CODES.usage, 'the embedded server keeps nothing between runs');
  }
  if (script === 'delete' && options.ledger !== undefined) refuseNoLedger(options.ledger);
  refuseWrites(script, options);
  if (script === 'durability' && options.rate !== undefined) {
    throw new CommandError('durability cannot run at a --rate', EXIT_CODES.usage, 'give --vus instead');
  }
  if (
    script === 'mixed' &&
    options.rate === undefined &&
    options.vus !== undefined &&
    options.vus < LEAST_MIXED_USERS
  ) {
    throw new CommandError(
      `--vus ${options.vus} is too few for mixed`,
      EXIT_CODES.usage,
      `it stores, retrieves and searches at once: give ${LEAST_MIXED_USERS} or more`,
    );
  }
  if (options.allowDropped && options.rate === undefined) {
    throw new CommandError('--allow-dropped needs --rate', EXIT_CODES.usage, 'only a rate can fail to be reached');
  }
  const { instances = Number.POSITIVE_INFINITY, instancesPerRequest = 1 } = options;
  if (instances < instancesPerRequest) {
    throw new CommandError(`--instances ${instances} is less than the ${instancesPerRequest} instances of one request`);
  }
}

/** @throws CommandError for a script that has to store, and for what a read-only run has no use for. */
function refuseWrites(script: ScriptName, options: LoadRequest): void {
  const { readOnly, study = [], kubernetes, corpus } = options;
  if (!readOnly) {
    if (study.length === 0) return;
    throw new CommandError('--study names what --read-only reads, which is not given');
  }
  if (!READING_SCRIPTS.includes(script)) {
    const able = READING_SCRIPTS.join(' and ');
    throw new CommandError(
      `--read-only: ${script} stores or deletes`,
      EXIT_CODES.usage,
      `scripts that only ask: ${able}`,
    );
  }
  const wrong = study.find((uid) => !isUid(uid));
  if (wrong !== undefined) throw new CommandError(`--study: "${wrong.slice(0, 80)}" is no UID`);
  if (options.target === undefined) {
    throw new CommandError('--read-only needs --target', EXIT_CODES.usage, 'the embedded server holds nothing to read');
  }
  if (corpus !== undefined) throw new CommandError('--read-only stores no corpus, so there is no use for --corpus');
  if (kubernetes !== undefined) throw new CommandError('--read-only cannot run on a cluster');
}

function refuseNoLedger(path: string): void {
  let lines: readonly string[];
  try {
    lines = readLedger(path);
  } catch (error) {
    throw new CommandError(`--ledger: ${error instanceof Error ? error.message : error}`, EXIT_CODES.usage);
  }
  const wrong = lines.find((line) => !isOwnStudy(line));
  const other = wrong === undefined ? studyOfAnotherRun(lines) : null;
  if (lines.length > 0 && wrong === undefined && other === null) return;
  const why =
    wrong === undefined
      ? other === null
        ? 'it names no study'
        : `"${other}" is a study of another run than the first one`
      : `"${wrong.slice(0, 80)}" ${isUid(wrong) ? 'is no study of a load run' : 'is no UID'}`;
  throw new CommandError(
    `--ledger: ${path}: ${why}`,
    EXIT_CODES.usage,
    `name the ${LEDGER_FILE} of the run to clean up`,
  );
}

/** The run that the options ask for, without its target. */
export function planOf(script: ScriptName, options: LoadRequest): Omit<LoadPlan, 'target'> {
  return {
    script,
    settings: settingsOf(options),
    mix: options.mix,
    names: options.names,
    size: options.size ?? (options.target !== undefined ? null : EMBEDDED_SIZE),
    keep: options.keep ?? false,
  };
}

function settingsOf(options: LoadRequest): LoadSettings {
  const given = {
    rate: options.rate,
    virtualUsers: options.vus,
    duration: options.duration,
    instancesPerRequest: options.instancesPerRequest,
    corpus: options.corpus,
    instances: options.instances,
    waitSeconds: options.wait,
    proportions: options.proportions,
    studies: options.study,
    allowDropped: options.allowDropped,
    ledger: options.ledger === undefined ? undefined : resolve(options.ledger),
  };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(present) as Partial<LoadSettings>),
    shape: options.shape,
    sample: options.sample,
    thresholds: thresholdsOf(options.threshold),
    seed: options.seed ?? randomInt(RUN_LIMIT),
    run: randomInt(RUN_LIMIT),
  };
}

function thresholdsOf(given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const thresholds: Record<string, string[]> = {};
  for (const text of given) {
    const { metric, expression } = parseThreshold(text);
    thresholds[metric] = [...(thresholds[metric] ?? []), expression];
  }
  return thresholds;
}
