import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { seconds } from '../../load/shared/duration.ts';
import { proportions } from '../../load/shared/proportions.ts';
import { SHAPES } from '../../load/shared/shape-table.ts';
import { RUN_LIMIT } from '../../load/shared/uid.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { findK6, type K6 } from '../load/k6-binary.ts';
import { writeKubernetesRun } from '../load/kubernetes-run.ts';
import { LEDGER_FILE, readLedger } from '../load/ledger-file.ts';
import { type OwnTarget, startOwnTarget } from '../load/own-target.ts';
import type { LoadPlan } from '../load/plan.ts';
import { Progress } from '../load/progress.ts';
import { runLoad } from '../load/run-load.ts';
import type { LoadSettings } from '../load/script-environment.ts';
import { SCRIPTS, type ScriptName } from '../load/scripts.ts';
import { parseThreshold } from '../load/thresholds.ts';
import { parseMix } from '../synthesis/mix.ts';
import { parseSize } from '../synthesis/size.ts';
import type { Share } from '../synthesis/synthesise.ts';
import { resolveTarget } from '../target/configuration.ts';
import type { Target } from '../target/target.ts';
import { argument } from './argument.ts';
import { keepResults } from './keep-results.ts';
import { loadCompareCommand } from './load-compare.ts';
import { loadMergeCommand } from './load-merge.ts';
import { newRunFolder } from './new-run-folder.ts';
import { JSON_HELP, nameOfFolder, type Reader, sayBeside, sayResults } from './say-results.ts';

interface LoadOptions extends Reader {
  readonly target?: string;
  readonly targetFile?: string;
  readonly profile?: string;
  readonly shape: string;
  readonly vus?: number;
  readonly rate?: number;
  readonly duration?: string;
  readonly size?: number;
  readonly instancesPerRequest?: number;
  readonly mix: readonly Share[];
  readonly proportions?: string;
  readonly corpus?: number;
  readonly instances?: number;
  readonly wait?: number;
  readonly sample: number;
  readonly threshold: readonly string[];
  readonly engine: 'auto' | 'k6' | 'embedded';
  readonly seed?: number;
  readonly ledger?: string;
  readonly keep?: true;
  readonly timeout?: number;
  readonly out?: string;
  readonly kubernetes?: string;
  readonly parallelism: number;
  readonly volumeClaim: string;
  readonly secret: string;
}

/** Size of instances where none is asked for and the embedded server, which keeps all in memory, has to take them. */
const EMBEDDED_SIZE = 32_768;

const EXAMPLES = `
Scripts:
${Object.entries(SCRIPTS)
  .map(([name, what]) => `  ${name.padEnd(10)} ${what}`)
  .join('\n')}

Without --target the embedded reference server is loaded. Credentials come from the environment: DICOMWEB_TOKEN or
DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE.

Examples:
  $ dicomweb-harness load stow
  $ dicomweb-harness load stow --target http://127.0.0.1:8042/dicom-web --vus 8 --duration 1m --size 512KiB
  $ dicomweb-harness load mixed --target https://example.org/v2 --shape average --rate 20
  $ dicomweb-harness load durability --vus 4 --duration 30s --wait 60
  $ dicomweb-harness load wado --threshold 'retrieve_instance_duration: p(95)<200'

Exit codes: 0 passed, 1 sampled answers break a requirement, 2 usage, 3 target, 4 the script failed, 5 incomplete: nothing measured or the generator saturated,
99 a threshold failed, 105 interrupted.`;

/** `load`: puts a server under load. */
export function loadCommand(): Command {
  return new Command('load')
    .description('Loads a server with synthetic instances, by k6 or the embedded engine.')
    .addArgument(new Argument('<script>', 'what to do').choices(Object.keys(SCRIPTS)))
    .option('--target <url>', 'base URL; default: the embedded reference server')
    .option('--target-file <file>', 'JSON file with the target: base URL, roots per service, headers, time-out')
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .addOption(new Option('--shape <shape>', 'course of the load').choices(Object.keys(SHAPES)).default('smoke'))
    .option('--vus <number>', 'virtual users at the level of the shape: the closed model', number(1, 1e5, true))
    .option('--rate <number>', 'iterations a second at the level of the shape: the open model', number(0.1, 1e6, false))
    .option('--duration <time>', 'such as 30s or 5m; default: by the shape', duration)
    .option(
      '--size <size>',
      'of an instance, 1KiB to 1GiB; default: usual for its modality, 32KiB on the embedded server',
      argument(parseSize),
    )
    .option('--instances-per-request <number>', 'instances in one store request', number(1, 1000, true))
    .addOption(
      new Option('--mix <mix>', 'modalities and weights, such as CT:50,MR:50, or "mix"')
        .argParser(argument(parseMix))
        .default(parseMix('CT'), 'CT'),
    )
    .option(
      '--proportions <parts>',
      'parts of the script mixed, such as store:20,retrieve:50,search:30',
      argument(checkedProportions),
    )
    .option('--corpus <number>', 'instances stored before wado, qido and mixed begin', number(1, 1e5, true))
    .option('--instances <number>', 'most instances that durability stores', number(1, 1e9, true))
    .option('--wait <seconds>', 'between the last store and reading back, for durability', number(0, 86_400, false))
    .option('--sample <share>', 'share of the answers that are kept for judging, 0 to 1', number(0, 1, false), 0.01)
    .option('--threshold <threshold>', "such as 'store_duration: p(95)<500'; repeatable", collect, [])
    .addOption(
      new Option('--engine <engine>', 'what runs the script').choices(['auto', 'k6', 'embedded']).default('auto'),
    )
    .option('--seed <number>', 'same seed, same UIDs and choices; default: drawn', number(0, RUN_LIMIT - 1, true))
    .option('--ledger <file>', 'studies that delete deletes: stored-studies.txt of an earlier run')
    .option('--keep', 'leave what was stored on the server')
    .option('--timeout <seconds>', 'longest wait for an answer', number(1, 3600, false))
    .option('--out <folder>', 'where results go; default: a new folder under runs/')
    .option('--kubernetes <folder>', 'run nothing: write manifests for k6-operator and the pool into a new folder')
    .option('--parallelism <number>', 'runners of the manifests', number(1, 1000, true), 4)
    .option('--volume-claim <name>', 'volume of the runners, for pool and results', 'dicomweb-harness')
    .option('--secret <name>', 'Secret of the runners with the credentials', 'dicomweb-credentials')
    .option('--json', JSON_HELP)
    .addHelpText('after', EXAMPLES)
    .addCommand(loadMergeCommand())
    .addCommand(loadCompareCommand())
    .action(async (script: ScriptName, options: LoadOptions) => {
      process.exitCode = options.kubernetes
        ? await manifests(script, options)
        : await withInterrupts((signal) => load(script, options, signal));
    });
}

/** Writes what a cluster needs to run this, and says what to do with it. */
async function manifests(script: ScriptName, options: LoadOptions): Promise<number> {
  refuseContradictions(script, options);
  if (script === 'delete') throw new CommandError('delete does not run on a cluster');
  if (!options.target && !options.targetFile) {
    throw new CommandError('--kubernetes needs --target', EXIT_CODES.usage, 'the address that the runners see');
  }
  const folder = newRunFolder(options.kubernetes);
  try {
    const steps = await writeKubernetesRun(
      { ...planOf(script, options), target: targetOf(options, null) },
      {
        folder,
        parallelism: options.parallelism,
        volumeClaim: options.volumeClaim,
        secret: options.secret,
      },
    );
    process.stdout.write(`${steps.join('\n')}\n`);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
  return EXIT_CODES.conformant;
}

function targetOf(options: LoadOptions, own: OwnTarget | null): Target {
  return resolveTarget(
    {
      ...(own ? { target: own.baseUrl } : {}),
      ...(options.target === undefined ? {} : { target: options.target }),
      ...(options.targetFile === undefined ? {} : { targetFile: resolve(options.targetFile) }),
      ...(options.profile === undefined ? {} : { profile: options.profile }),
      ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1000 }),
      embedded: own !== null,
    },
    process.env,
  );
}

function planOf(script: ScriptName, options: LoadOptions): Omit<LoadPlan, 'target'> {
  return {
    script,
    settings: settingsOf(options),
    mix: options.mix,
    size: options.size ?? (options.target || options.targetFile ? null : EMBEDDED_SIZE),
    keep: options.keep ?? false,
  };
}

async function load(script: ScriptName, options: LoadOptions, signal: AbortSignal): Promise<number> {
  refuseContradictions(script, options);
  const progress = new Progress(process.stderr);
  const k6 = await engine(options.engine, progress);
  const own = options.target || options.targetFile ? null : await startOwnTarget();
  try {
    const target = targetOf(options, own);
    const folder = newRunFolder(options.out);
    const results = await runLoad({
      ...planOf(script, options),
      target,
      k6,
      folder,
      command: ['dicomweb-harness', ...process.argv.slice(2)],
      signal,
      progress,
    });
    sayResults(results, options);
    keepResults(folder, results, options);
    const where = nameOfFolder(folder);
    sayBeside(`Results in ${where}`, options);
    if (results.remains.length > 0) sayBeside(`What is still on the server: ${where}/${LEDGER_FILE}`, options);
    return results.summary.exitCode;
  } finally {
    await own?.close();
  }
}

function refuseContradictions(script: ScriptName, options: LoadOptions): void {
  if (script === 'delete' && options.ledger === undefined) {
    throw new CommandError('delete needs --ledger', EXIT_CODES.usage, `name the ${LEDGER_FILE} of the run to clean up`);
  }
  if (script === 'delete' && !options.target && !options.targetFile) {
    throw new CommandError('delete needs --target', EXIT_CODES.usage, 'the embedded server keeps nothing between runs');
  }
  if (script === 'delete' && options.ledger !== undefined) refuseNoLedger(options.ledger);
  if (script === 'durability' && options.rate !== undefined) {
    throw new CommandError('durability has no open model', EXIT_CODES.usage, 'give --vus instead of --rate');
  }
}

function refuseNoLedger(path: string): void {
  let lines: readonly string[];
  try {
    lines = readLedger(path);
  } catch (error) {
    throw new CommandError(`--ledger: ${error instanceof Error ? error.message : error}`, EXIT_CODES.usage);
  }
  const wrong = lines.find((line) => !/^[0-9.]{1,64}$/.test(line));
  if (lines.length > 0 && wrong === undefined) return;
  const why = wrong === undefined ? 'names no study' : `"${wrong.slice(0, 80)}" is no UID`;
  throw new CommandError(
    `--ledger: ${path}: ${why}`,
    EXIT_CODES.usage,
    `name the ${LEDGER_FILE} of the run to clean up`,
  );
}

async function engine(choice: LoadOptions['engine'], progress: Progress): Promise<K6 | null> {
  if (choice === 'embedded') return null;
  const k6 = await findK6(process.env).catch((error: Error) => {
    throw new CommandError(error.message, EXIT_CODES.usage, 'check K6_BIN and PATH');
  });
  if (k6 === null && choice === 'k6') {
    throw new CommandError('k6 was not found', EXIT_CODES.usage, 'put it on the PATH or name it in K6_BIN');
  }
  progress.say(k6 ? `Runs on k6 ${k6.version} (${k6.path}).` : 'No k6 was found: runs on the embedded engine.');
  return k6;
}

function settingsOf(options: LoadOptions): LoadSettings {
  const given = {
    rate: options.rate,
    virtualUsers: options.vus,
    duration: options.duration,
    instancesPerRequest: options.instancesPerRequest,
    corpus: options.corpus,
    instances: options.instances,
    waitSeconds: options.wait,
    proportions: options.proportions,
    ledger: options.ledger === undefined ? undefined : resolve(options.ledger),
  };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(present) as Partial<LoadSettings>),
    shape: options.shape,
    sample: options.sample,
    thresholds: thresholdsOf(options.threshold),
    seed: options.seed ?? randomInt(RUN_LIMIT),
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

/** Aborts on Ctrl-C or a polite end; a second one ends the process at once. */
async function withInterrupts<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.loadInterrupted);
    process.stderr.write('Interrupted: keeps its results and cleans up. Once more ends it at once.\n');
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
    // A request that was given up on, and is never answered, must not hold the process.
    if (controller.signal.aborted) setTimeout(() => process.exit(), 1000).unref();
  }
}

function number(least: number, most: number, whole: boolean): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`a ${whole ? 'whole ' : ''}number from ${least} to ${most} is needed.`);
  };
}

function checkedProportions(text: string): string {
  proportions(text);
  return text;
}

const duration = argument((text: string) => {
  if (seconds(text) < 1) throw new RangeError('a duration of at least one second is needed');
  return text;
});

function collect(text: string, earlier: readonly string[]): readonly string[] {
  argument(parseThreshold)(text);
  return [...earlier, text];
}
