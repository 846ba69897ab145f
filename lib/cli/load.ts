import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { seconds } from '../../load/shared/duration.ts';
import { proportions } from '../../load/shared/proportions.ts';
import { SHAPES } from '../../load/shared/shape-table.ts';
import { RUN_LIMIT } from '../../load/shared/uid.ts';
import { SCRIPTS, type ScriptName } from '../load/scripts.ts';
import { parseThreshold } from '../load/thresholds.ts';
import { parseMix } from '../synthesis/mix.ts';
import { parseSize } from '../synthesis/size.ts';
import type { Share } from '../synthesis/synthesise.ts';
import { argument } from './argument.ts';
import { loadMergeCommand } from './load-merge.ts';
import { refuseContradictions } from './load-settings.ts';
import { JSON_HELP, type Reader } from './say-results.ts';
import type { TargetOptions } from './target-input.ts';

export interface LoadOptions extends Reader, TargetOptions {
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
  readonly out?: string;
  readonly kubernetes?: string;
  readonly parallelism: number;
  readonly volumeClaim: string;
  readonly secret: string;
}

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
    .option('--seed <number>', 'same seed, same pictures and choices; default: drawn', number(0, RUN_LIMIT - 1, true))
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
    .action(async (script: ScriptName, options: LoadOptions) => {
      refuseContradictions(script, options);
      // Loaded here, so that help and a mistyped flag do not wait for the engine.
      const { playLoad, writeManifests } = await import('./play-load.ts');
      process.exitCode = await (options.kubernetes === undefined ? playLoad : writeManifests)(script, options);
    });
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
