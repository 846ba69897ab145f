import { Argument, Command, Option } from 'commander';
import { parseThreshold } from '../load/parse-threshold.ts';
import { checkedDuration, LOAD_LIMITS, withinLimit } from '../load/request/limits.ts';
import { refuseContradictions } from '../load/request/plan-of.ts';
import { SCRIPTS, type ScriptName } from '../load/scripts.ts';
import { proportions } from '../portable/proportions.ts';
import { SHAPES } from '../portable/shape-table.ts';
import { parseSize } from '../portable/size.ts';
import { parseMix } from '../synthesis/mix.ts';
import { argument } from './argument.ts';
import { JSON_HELP } from './json-help.ts';
import { languageOption } from './language-option.ts';
import type { LoadOptions } from './load-options.ts';
import { withLoudness } from './loudness.ts';
import { loadMergeCommand } from './runs/load-merge.ts';
import { withConfiguration } from './set-up/configured.ts';
import { withConnectionOptions, withStatedOptions } from './target-input.ts';

const EXAMPLES = `
Scripts:
${Object.entries(SCRIPTS)
  .map(([name, what]) => `  ${name.padEnd(10)} ${what}`)
  .join('\n')}

Without --target the load goes to the embedded reference server. Set your credentials as environment variables:
DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND, DICOMWEB_OAUTH_TOKEN_URL with its client, DICOMWEB_USER
with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE; a client certificate as DICOMWEB_CLIENT_CERT and DICOMWEB_CLIENT_KEY;
proxies as HTTPS_PROXY, HTTP_PROXY and NO_PROXY. docs/credentials.md and docs/behind-a-proxy.md tell of each.

Examples:
  $ dicomweb-harness load stow
  $ dicomweb-harness load stow --target http://127.0.0.1:8042/dicom-web --vus 8 --duration 1m --size 512KiB
  $ dicomweb-harness load mixed --target https://example.org/v2 --shape average --rate 20
  $ dicomweb-harness load wado --read-only --target https://archive.example.org/dicom-web --vus 4 --duration 30s
  $ dicomweb-harness load stow --rate 500 --vus 2000 --allow-dropped
  $ dicomweb-harness load durability --vus 4 --duration 30s --wait 60
  $ dicomweb-harness load wado --threshold 'retrieve_instance_duration: p(95)<200'

Exit codes: 0 passed, 1 sampled answers break a requirement, 2 usage, 3 target unreachable or dead at the end,
4 the script failed, 5 incomplete: nothing was measured, or the generator was at its limit, 99 a threshold failed
or the rate was not reached, 105 interrupted.`;

/** `load`: puts a server under load. */
export function loadCommand(): Command {
  const command = new Command('load')
    .description('Puts a server under load with synthetic instances, by k6 or the embedded engine.')
    .addArgument(new Argument('<script>', 'what the load does').choices(Object.keys(SCRIPTS)))
    .option('--target <url>', 'base URL; default: the embedded reference server')
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .addOption(
      new Option('--shape <shape>', 'how the load rises and falls').choices(Object.keys(SHAPES)).default('smoke'),
    )
    .option(
      '--vus <number>',
      'this many virtual users, each waiting for its answers (closed model)',
      within(LOAD_LIMITS.vus),
    )
    .option(
      '--rate <number>',
      'this many operations a second, however slow the server is (open model)',
      within(LOAD_LIMITS.rate),
    )
    .option('--allow-dropped', 'with --rate: let the run pass although the rate was not reached')
    .option('--duration <time>', 'such as 30s or 5m; default: that of the shape', duration)
    .option(
      '--size <size>',
      'of each instance, 1KiB to 1GiB; default: usual for its modality, 32KiB on the embedded server',
      argument(parseSize),
    )
    .option(
      '--instances-per-request <number>',
      'instances in one store request',
      within(LOAD_LIMITS.instancesPerRequest),
    )
    .addOption(
      new Option('--mix <mix>', 'modalities and weights, such as CT:50,MR:50, or "mix"')
        .argParser(argument(parseMix))
        .default(parseMix('CT'), 'CT'),
    )
    .addOption(
      new Option('--names <which>', 'names of patients: written in ASCII alone, or those of any language')
        .choices(['ascii', 'any'])
        .default('ascii'),
    )
    .option(
      '--proportions <parts>',
      'for the script mixed: shares of the load, such as store:20,retrieve:50,search:30',
      argument(checkedProportions),
    )
    .option(
      '--corpus <number>',
      'for wado, qido and mixed: instances stored before the load begins',
      within(LOAD_LIMITS.corpus),
    )
    .option('--instances <number>', 'for durability: most instances to store', within(LOAD_LIMITS.instances))
    .option(
      '--wait <seconds>',
      'for durability: time between the last store and reading back',
      within(LOAD_LIMITS.wait),
    )
    .option('--sample <share>', 'share of the answers to be judged in full, 0 to 1', within(LOAD_LIMITS.sample), 0.01)
    .option(
      '--threshold <threshold>',
      "fail the run unless this holds, such as 'store_duration: p(95)<500'; repeatable",
      collect,
      [],
    )
    .addOption(
      new Option('--engine <engine>', 'what runs the script; auto: k6 where it is found')
        .choices(['auto', 'k6', 'embedded'])
        .default('auto'),
    )
    .option(
      '--seed <number>',
      'the same seed makes the same pictures and choices; default: random',
      within(LOAD_LIMITS.seed),
    )
    .option('--ledger <file>', 'for the script delete: stored-studies.txt of an earlier run')
    .option('--read-only', 'for wado and qido: send nothing but GET, and read studies that are on the server')
    .option('--study <uid>', 'with --read-only: such a study; repeatable; default: some that a search lists', studies)
    .option('--keep', 'do not delete what was stored')
    .option('--timeout <seconds>', 'longest wait for an answer', within({ least: 1, most: 3600, isWhole: false }))
    .option('--out <folder>', 'new or empty folder for the results; default: a new folder under runs/')
    .option(
      '--kubernetes <folder>',
      'run nothing: write the manifests for k6-operator and the pool into this new folder',
    )
    .option(
      '--parallelism <number>',
      'with --kubernetes: number of runners',
      within({ least: 1, most: 1000, isWhole: true }),
      4,
    )
    .option('--volume-claim <name>', 'with --kubernetes: volume for the pool and the results', 'dicomweb-harness')
    .option('--secret <name>', 'with --kubernetes: Secret with the credentials', 'dicomweb-credentials')
    .option(
      '--keep-runs <number>',
      'remove older runs below runs/ but for so many; default: keep all',
      within({ least: 1, most: 1e6, isWhole: true }),
    )
    .option('--json', JSON_HELP)
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .addCommand(loadMergeCommand())
    .action(async (script: ScriptName, options: LoadOptions) => {
      refuseContradictions(script, options);
      // Imported only now, so that help and a mistyped flag answer without loading the engine.
      const { playLoad, writeManifests } = await import('./play-load.ts');
      process.exitCode = await (options.kubernetes === undefined ? playLoad : writeManifests)(script, options);
    });
  return withConfiguration(
    withLoudness(withStatedOptions(withConnectionOptions(command)), 'say each second on a line of its own'),
  );
}

function within(limit: Parameters<typeof withinLimit>[1]): (text: string) => number {
  return argument((text) => withinLimit(text.trim() === '' ? Number.NaN : Number(text), limit));
}

function checkedProportions(text: string): string {
  proportions(text);
  return text;
}

function studies(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, text];
}

const duration = argument(checkedDuration);

function collect(text: string, earlier: readonly string[]): readonly string[] {
  argument(parseThreshold)(text);
  return [...earlier, text];
}
