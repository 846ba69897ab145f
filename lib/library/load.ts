import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { startOwnTarget } from '../load/own-target.ts';
import { parseThreshold } from '../load/parse-threshold.ts';
import { Progress } from '../load/progress.ts';
import { chooseEngine, type EngineChoice } from '../load/request/choose-engine.ts';
import { checkedDuration, LOAD_LIMITS, withinLimit } from '../load/request/limits.ts';
import type { LoadRequest } from '../load/request/load-request.ts';
import { planOf, refuseContradictions } from '../load/request/plan-of.ts';
import { runLoad as play } from '../load/run-load.ts';
import { SCRIPTS, type ScriptName } from '../load/scripts.ts';
import { proportions } from '../portable/proportions.ts';
import { SHAPES, type ShapeName } from '../portable/shape-table.ts';
import { parseSize } from '../portable/size.ts';
import type { Results } from '../results/results.ts';
import { parseMix } from '../synthesis/mix.ts';
import { inRunFolder } from './run-folder.ts';
import { openEmbedded, openWithSecrets, refuseUnknown, type TargetOptions } from './target.ts';

/** The load, and the server that it goes to. What is absent has the default of the command `load`. */
export interface LoadOptions {
  /** What the load does. */
  readonly script: ScriptName;
  /** The server; an embedded reference server in a process of its own where none is named. */
  readonly target?: TargetOptions;
  /** How the load rises and falls; `smoke` unless told otherwise. */
  readonly shape?: ShapeName;
  /** So many users, each waiting for its answers: the closed model. */
  readonly virtualUsers?: number;
  /** Operations a second, however slow the server is: the open model. */
  readonly rate?: number;
  /** Such as `30s` or `5m`. */
  readonly duration?: string;
  /** Of each instance, such as `512KiB`. */
  readonly size?: string;
  /** Modalities and weights, such as `CT:50,MR:50`. */
  readonly mix?: string;
  /** Names of patients: written in ASCII alone, unless told otherwise, or those of any language. */
  readonly names?: 'ascii' | 'any';
  readonly proportions?: string;
  readonly instancesPerRequest?: number;
  readonly corpus?: number;
  readonly instances?: number;
  /** For `durability`: seconds between the last store and reading back. */
  readonly waitSeconds?: number;
  /** Share of the answers that are judged in full, 0 to 1. */
  readonly sample?: number;
  /** Such as `store_duration: p(95)<500`. */
  readonly thresholds?: readonly string[];
  readonly seed?: number;
  /** Of a target that is only read: Study Instance UIDs of studies that are there; else some that a search lists. */
  readonly studies?: readonly string[];
  /** With `rate`: the run may pass although the rate was not reached. */
  readonly allowDropped?: true;
  /** For `delete`: stored-studies.txt of an earlier run. */
  readonly ledger?: string;
  /** `keep` leaves what was stored on the server. */
  readonly afterwards?: 'delete' | 'keep';
  /** `embedded` unless told otherwise; `auto` takes k6 where it is found. */
  readonly engine?: EngineChoice;
  /** New or empty folder for results.json and the reports; without it nothing stays. */
  readonly folder?: string;
  /** Ends the load: what was stored is deleted, and the results are marked partial. */
  readonly signal?: AbortSignal;
  /** Told how the run goes, a line at a time. Nothing is printed. */
  readonly onProgress?: (line: string) => void;
}

/**
 * Puts a server under load with synthetic instances under UIDs of their own, as the command `load` does.
 *
 * @throws CommandError for options that cannot be meant, and where the target cannot be reached.
 */
export async function runLoad(options: LoadOptions): Promise<Results> {
  const request = requestOf(options);
  refuseContradictions(options.script, request);
  const own = options.target === undefined ? await startOwnTarget() : null;
  try {
    const { target } = own ? openEmbedded(own.baseUrl) : openWithSecrets(options.target ?? '');
    const { onProgress = () => {}, engine = 'embedded' } = options;
    const k6 = await chooseEngine(engine, target, onProgress);
    return await inRunFolder(options.folder, (folder) =>
      play({
        ...planOf(options.script, request),
        target,
        k6,
        folder,
        command: ['runLoad'],
        signal: options.signal ?? new AbortController().signal,
        progress: new Progress({ write: (text: string) => onProgress(text.trimEnd()) }),
      }),
    );
  } finally {
    await own?.close();
  }
}

/** The options as the command reads its flags. @throws CommandError that names the option which cannot be meant. */
function requestOf(options: LoadOptions): LoadRequest {
  refuseUnknown(options, Object.keys(NAMES), 'runLoad');
  const { target, thresholds = [], size, mix = 'CT', duration, proportions: parts, sample = DEFAULT_SAMPLE } = options;
  parsed('script', () => oneOf(options.script, Object.keys(SCRIPTS)));
  for (const threshold of thresholds) parsed('thresholds', () => parseThreshold(threshold));
  if (duration !== undefined) parsed('duration', () => checkedDuration(duration));
  if (parts !== undefined) parsed('proportions', () => proportions(parts));
  for (const [option, limit] of Object.entries(NUMBERS)) {
    const value = options[option as keyof typeof NUMBERS];
    if (value !== undefined) parsed(option, () => withinLimit(value, limit));
  }
  const isReadOnly = typeof target === 'object' && target.readOnly === true;
  const request = {
    target: typeof target === 'object' ? target.baseUrl : target,
    readOnly: isReadOnly ? (true as const) : undefined,
    vus: options.virtualUsers,
    rate: options.rate,
    allowDropped: options.allowDropped,
    duration,
    size: size === undefined ? undefined : parsed('size', () => parseSize(size)),
    instancesPerRequest: options.instancesPerRequest,
    proportions: parts,
    corpus: options.corpus,
    instances: options.instances,
    wait: options.waitSeconds,
    seed: options.seed,
    ledger: options.ledger,
    study: options.studies,
    keep: options.afterwards === 'keep' ? (true as const) : undefined,
  };
  return {
    ...(Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Partial<LoadRequest>),
    shape: parsed('shape', () => oneOf(options.shape ?? 'smoke', Object.keys(SHAPES))),
    mix: parsed('mix', () => parseMix(mix)),
    names: parsed('names', () => oneOf(options.names ?? 'ascii', ['ascii', 'any'])) as 'ascii' | 'any',
    sample,
    threshold: thresholds,
  };
}

const DEFAULT_SAMPLE = 0.01;

const NAMES: Readonly<Record<keyof LoadOptions, true>> = {
  script: true,
  target: true,
  shape: true,
  virtualUsers: true,
  rate: true,
  duration: true,
  size: true,
  mix: true,
  names: true,
  proportions: true,
  instancesPerRequest: true,
  corpus: true,
  instances: true,
  waitSeconds: true,
  sample: true,
  thresholds: true,
  seed: true,
  studies: true,
  allowDropped: true,
  ledger: true,
  afterwards: true,
  engine: true,
  folder: true,
  signal: true,
  onProgress: true,
};

/** What each number of the options may be. */
const NUMBERS = {
  virtualUsers: LOAD_LIMITS.vus,
  rate: LOAD_LIMITS.rate,
  instancesPerRequest: LOAD_LIMITS.instancesPerRequest,
  corpus: LOAD_LIMITS.corpus,
  instances: LOAD_LIMITS.instances,
  waitSeconds: LOAD_LIMITS.wait,
  sample: LOAD_LIMITS.sample,
  seed: LOAD_LIMITS.seed,
} as const;

function oneOf(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  throw new RangeError(`"${name}" is none that is known: ${suggestionFor(String(name), known)}`);
}

function parsed<T>(option: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CommandError(`${option}: ${error instanceof Error ? error.message : error}`);
  }
}
