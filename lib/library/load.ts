import type { LoadOptions as LoadFlags } from '../cli/load-options.ts';
import { planOf, refuseContradictions } from '../cli/load-settings.ts';
import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { findK6 } from '../load/k6-binary.ts';
import { startOwnTarget } from '../load/own-target.ts';
import { parseThreshold } from '../load/parse-threshold.ts';
import { Progress } from '../load/progress.ts';
import { runLoad as play } from '../load/run-load.ts';
import type { ScriptName } from '../load/scripts.ts';
import { seconds } from '../portable/duration.ts';
import { proportions } from '../portable/proportions.ts';
import { SHAPES } from '../portable/shape-table.ts';
import { parseSize } from '../portable/size.ts';
import type { Results } from '../results/results.ts';
import { parseMix } from '../synthesis/mix.ts';
import { resolveTarget } from '../target/configuration.ts';
import { inRunFolder } from './run-folder.ts';
import { inputOf, type TargetOptions } from './target.ts';

/** The load, and the server that it goes to. What is absent has the default of the command `load`. */
export interface LoadOptions {
  /** What the load does. */
  readonly script: ScriptName;
  /** The server; an embedded reference server in a process of its own where none is named. */
  readonly target?: TargetOptions;
  readonly shape?: string;
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
  /** For `delete`: stored-studies.txt of an earlier run. */
  readonly ledger?: string;
  /** `keep` leaves what was stored on the server. */
  readonly afterwards?: 'delete' | 'keep';
  /** `embedded` unless told otherwise; `auto` takes k6 where it is found. */
  readonly engine?: 'auto' | 'k6' | 'embedded';
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
  const flags = flagsOf(options);
  refuseContradictions(options.script, flags);
  const k6 = flags.engine === 'embedded' ? null : await findK6(process.env);
  if (k6 === null && flags.engine === 'k6') throw new CommandError('k6 was not found');
  const own = options.target === undefined ? await startOwnTarget() : null;
  try {
    const input = own ? { target: own.baseUrl, embedded: true } : inputOf(options.target ?? {});
    const target = resolveTarget(input, process.env);
    const { onProgress = () => {} } = options;
    return await inRunFolder(options.folder, (folder) =>
      play({
        ...planOf(options.script, flags),
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

/** The options as the flags of the command. @throws CommandError that names the option which cannot be meant. */
function flagsOf(options: LoadOptions): LoadFlags {
  const { thresholds = [], size, mix = 'CT', duration, proportions: parts } = options;
  for (const threshold of thresholds) parsed('thresholds', () => parseThreshold(threshold));
  if (duration !== undefined) parsed('duration', () => seconds(duration));
  if (parts !== undefined) parsed('proportions', () => proportions(parts));
  const flags = {
    ...options,
    target: options.target === undefined ? undefined : 'named',
    vus: options.virtualUsers,
    wait: options.waitSeconds,
    size: size === undefined ? undefined : parsed('size', () => parseSize(size)),
    keep: options.afterwards === 'keep' ? (true as const) : undefined,
  };
  return {
    ...(Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)) as Partial<LoadFlags>),
    shape: parsed('shape', () => shapeOf(options.shape ?? 'smoke')),
    mix: parsed('mix', () => parseMix(mix)),
    sample: options.sample ?? DEFAULT_SAMPLE,
    threshold: thresholds,
    engine: options.engine ?? 'embedded',
    // Of a cluster, which is the program's alone.
    parallelism: 1,
    volumeClaim: '',
    secret: '',
  };
}

const DEFAULT_SAMPLE = 0.01;

function shapeOf(name: string): string {
  if (Object.hasOwn(SHAPES, name)) return name;
  throw new RangeError(`"${name}" is no shape: ${suggestionFor(name, Object.keys(SHAPES))}`);
}

function parsed<T>(option: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CommandError(`${option}: ${error instanceof Error ? error.message : error}`);
  }
}
