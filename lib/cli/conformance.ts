import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { parseShard } from '../../scenarios/selection/shard.ts';
import { SUITE_NAMES, type SuiteName } from '../../scenarios/suite-names.ts';
import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { FAIL_ON } from '../results/outcome.ts';
import { EVIDENCE } from '../run/evidence-choice.ts';
import type { StartPlayer } from '../run/playwright.ts';
import { MOST_TIMES } from '../run/repeated/play-repeatedly.ts';
import { argument, seconds } from './argument.ts';
import { type ConformanceOptions, UIDS } from './conformance-options.ts';
import { refuseOptions } from './conformance-refusals.ts';
import { asTyped } from './how-to-run.ts';
import { JSON_HELP } from './json-help.ts';
import { languageOption } from './language-option.ts';
import { withLoudness } from './loudness.ts';
import { withConfiguration } from './set-up/configured.ts';
import { withConnectionOptions, withStatedOptions } from './target-input.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness conformance
      against the embedded reference server
  $ DICOMWEB_TOKEN=… dicomweb-harness conformance --target https://example.org/v2 --profile azure-dicom
  $ dicomweb-harness conformance --target http://127.0.0.1:8042/dicom-web --dataset ./study
  $ dicomweb-harness conformance --scenario T04 --scenario T09
  $ dicomweb-harness conformance tutorial duties
      and duties of the standard that the tutorial never asks for, such as paging and refused stores
  $ dicomweb-harness conformance tutorial duties --read-only --target https://archive.example.org/dicom-web
      sends nothing but GET, HEAD and OPTIONS; the run then holds data of the study that it read
  $ dicomweb-harness conformance standard --data ct,compressed
      data of other kinds: the named data sets are stored beside the tutorial's study
  $ dicomweb-harness conformance duties --grep 'paging|limit'
  $ dicomweb-harness conformance --clause 10.6 --exclude fuzzy-matching --list
  $ dicomweb-harness conformance --last-failed --target http://127.0.0.1:8042/dicom-web
  $ dicomweb-harness conformance tutorial duties --shard 1/4 --out runs/shard-1
  $ dicomweb-harness conformance --repeat 5 --require store --require QIDO-002
  $ dicomweb-harness conformance --json > run.ndjson

Credentials come from the environment: DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND,
DICOMWEB_OAUTH_TOKEN_URL with its client, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE;
a client certificate from DICOMWEB_CLIENT_CERT and DICOMWEB_CLIENT_KEY; proxies from HTTPS_PROXY, HTTP_PROXY and
NO_PROXY. docs/credentials.md and docs/behind-a-proxy.md tell of each.

Exit codes: 0 conformant, 1 findings that gate, 2 usage, 3 target, 4 harness error, 5 not decided: an operation that
the profile claims was not judged.`;

/** `conformance`. Scenarios are played by Playwright Test unless another player is given. */
export function conformanceCommand(startPlayer?: StartPlayer): Command {
  const command = new Command('conformance')
    .description(
      'Plays scenarios, the DICOMweb tutorial unless told otherwise, against a server and judges every answer.',
    )
    .addArgument(
      new Argument('[suite...]', 'what to play; default: tutorial').choices([...SUITE_NAMES]).argParser(suite),
    )
    .option(
      '--target <url>',
      'base URL, any prefix or version segment included; default: the embedded reference server',
    )
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .option('--dataset <folder>', 'a study of your own instead of the tutorial set')
    .option(
      '--data <names>',
      'data sets of the suite standard, separated by commas, or all; default: those by which each requirement is judged',
    )
    .option('--out <folder>', 'where results go; default: a new folder under runs/')
    .addOption(new Option('--fail-on <verdict>', 'which verdicts exit with 1').choices([...FAIL_ON]).default('fail'))
    .option(
      '--baseline <file>',
      'breaches that are known and accepted: only others exit with 1, and entries that match none',
    )
    .option('--scenario <id>', 'judge only this one, such as T04 or paging; repeatable', collect)
    .option('--grep <pattern>', 'judge only scenarios whose id or title matches this regular expression', pattern)
    .option(
      '--only <requirement>',
      'judge only scenarios that judge this requirement, such as WADO-RS-040; repeatable',
      collect,
    )
    .option(
      '--clause <clause>',
      'judge only scenarios of this clause or those below it, such as 10.4.1; repeatable',
      collect,
    )
    .option('--last-failed', 'judge only the scenarios that failed in the newest run below runs/')
    .option(
      '--exclude <id>',
      'do not judge this scenario; it is still played where another one builds on it; repeatable',
      collect,
    )
    .option('--list', 'print the scenarios that would be judged, and send nothing')
    .option('--shard <part>', 'judge only this part of the scenarios, such as 1/4; `merge` joins the parts', shard)
    .option('--repeat <times>', 'play so often, and say which requirements do not end the same way each time', times)
    .option(
      '--require <name>',
      'requirement or service that may not be left without a verdict: exit 5 otherwise; repeatable',
      collect,
    )
    .addOption(
      new Option(
        '--uids <which>',
        'under which UIDs instances are stored; default: fresh, and original on the embedded server',
      ).choices([...UIDS]),
    )
    .option('--reset', 'with original UIDs: name every instance of the study on the server, and delete them first')
    .option('--yes', 'answers the question of --reset')
    .option('--read-only', 'send nothing but GET, HEAD and OPTIONS: judge by a study that is on the server')
    .option(
      '--study <uid>',
      'with --read-only: the study; default: one that a search lists, named before the run starts',
      oneStudy,
    )
    .addOption(
      new Option(
        '--evidence <which>',
        'bodies to keep as files: all, none, or what findings and their scripts need and small ones',
      )
        .choices([...EVIDENCE])
        .default('findings'),
    )
    .option('--timeout <seconds>', 'longest wait for the next byte of an answer', seconds)
    .option('--keep-runs <number>', 'remove older runs below runs/ but for so many; default: keep all', atLeastOne)
    .option('--json', JSON_HELP)
    .addOption(languageOption())
    .addHelpText('after', EXAMPLES)
    .action(async (suites: readonly SuiteName[], options: ConformanceOptions) => {
      const named = suites.length > 0 ? suites : (options.suites ?? []).map(suiteOf);
      refuseOptions(options);
      // Loaded here, so that help and what is refused above do not wait for all the judges.
      const { playConformance } = await import('./play-conformance.ts');
      process.exitCode = await playConformance(named, options, startPlayer);
    });
  return withConfiguration(
    withLoudness(withStatedOptions(withConnectionOptions(command)), 'also say each request and how it was answered'),
  );
}

function suite(name: string, earlier: readonly SuiteName[] = []): readonly SuiteName[] {
  return [...earlier, suiteOf(name)];
}

function suiteOf(name: string): SuiteName {
  const suite = SUITE_NAMES.find((one) => one === name);
  if (suite) return suite;
  // npm run takes the flags before -- for its own, and leaves their values.
  const hint = /^https?:\/\//.test(name)
    ? `For a server: ${asTyped('conformance', ['--target', name], process.env)}`
    : suggestionFor(name, SUITE_NAMES);
  throw new CommandError(`unknown suite "${name}"`, undefined, hint);
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

const atLeastOne = argument((text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError('a whole number from 1 is needed.');
});

const pattern = argument((text: string) => {
  if (text === '') throw new RangeError('an empty pattern matches everything: is it a variable that was not set?');
  return new RegExp(text, 'i');
});

function oneStudy(uid: string, earlier: string | undefined): string {
  if (earlier === undefined) return uid;
  throw new InvalidArgumentError('a run is judged by one study: give --study once.');
}

const shard = argument(parseShard);

const times = argument((text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MOST_TIMES) return value;
  throw new RangeError(`a whole number from 1 to ${MOST_TIMES} is needed.`);
});
