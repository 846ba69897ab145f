import { relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';
import type { RunningServer } from '../reference-server/listen.ts';
import type { FailOn } from '../results/rollup.ts';
import { FAIL_ON } from '../results/rollup.ts';
import { writeResults } from '../results/write-results.ts';
import { runConformance } from '../run/conformance-run.ts';
import { openDataset } from '../run/open-session.ts';
import type { TargetInput } from '../run/setup.ts';
import { resolveTarget } from '../target/configuration.ts';
import { nearest } from '../target/did-you-mean.ts';
import { CommandError, EXIT_CODES } from './exit-codes.ts';
import { newRunFolder } from './new-run-folder.ts';
import { takesColor } from './takes-color.ts';

export interface ConformanceOptions {
  readonly target?: string;
  readonly targetFile?: string;
  readonly profile?: string;
  readonly dataset?: string;
  readonly out?: string;
  readonly failOn: FailOn;
  readonly scenario?: readonly string[];
  readonly freshUids?: true;
  readonly reset?: true;
  readonly timeout?: number;
}

const SUITES: readonly string[] = ['tutorial'];

const EXAMPLES = `
Examples:
  $ dicomweb-harness conformance
      against the embedded reference server
  $ DICOMWEB_TOKEN=… dicomweb-harness conformance --target https://example.org/v2 --profile azure-dicom
  $ dicomweb-harness conformance --target http://127.0.0.1:8042/dicom-web --dataset ./study --fresh-uids
  $ dicomweb-harness conformance --scenario T04 --scenario T09

Credentials come from the environment: DICOMWEB_TOKEN or DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD,
or DICOMWEB_HEADERS_FILE.

Exit codes: 0 conformant, 1 findings that gate, 2 usage, 3 target, 4 harness error, 5 nothing judged.`;

export function conformanceCommand(): Command {
  return new Command('conformance')
    .description('Plays the DICOMweb tutorial against a server and judges every answer.')
    .argument('[suite]', 'what to play', 'tutorial')
    .option(
      '--target <url>',
      'base URL, any prefix or version segment included; default: the embedded reference server',
    )
    .option('--target-file <file>', 'JSON file with the target: base URL, roots per service, headers, time-out')
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .option('--dataset <folder>', 'a study of your own instead of the tutorial set')
    .option('--out <folder>', 'where results go; default: a new folder under runs/')
    .addOption(new Option('--fail-on <verdict>', 'which verdicts exit with 1').choices([...FAIL_ON]).default('fail'))
    .option('--scenario <id>', 'judge only this operation, such as T04; repeatable', collect)
    .option('--fresh-uids', 'store under new UIDs, so that nothing of the same name is in the way')
    .option('--reset', 'delete the study first if it is on the server')
    .option('--timeout <seconds>', 'longest wait for the next byte of an answer', seconds)
    .addHelpText('after', EXAMPLES)
    .action(async (suite: string, options: ConformanceOptions) => {
      if (!SUITES.includes(suite)) {
        throw new CommandError(`unknown suite "${suite}"`, undefined, suggestionFor(suite, SUITES));
      }
      process.exitCode = await conformance(options);
    });
}

/** Plays, writes the results and every report, prints the summary, and returns the exit code. */
async function conformance(options: ConformanceOptions): Promise<number> {
  const selected = selectScenarios(options.scenario);
  // An empty --target is a variable that was not set: the embedded server must not pass for what was meant.
  const hasTarget = options.target !== undefined || options.targetFile !== undefined;
  const server = hasTarget ? null : await embeddedServer();
  try {
    const input = targetInput(options, server?.baseUrl);
    const target = resolveTarget(input, process.env);
    const original = openDataset(options.dataset ?? null, null);
    const uids = options.freshUids ? freshUidsFor(original) : null;
    const folder = newRunFolder(options.out);
    return await withInterrupts(async (signal) => {
      const results = await runConformance({
        folder,
        command: ['dicomweb-harness', ...process.argv.slice(2)],
        startedAt: new Date().toISOString(),
        input,
        target,
        dataset: uids ? withUids(original, uids) : original,
        datasetFolder: options.dataset ? resolve(options.dataset) : null,
        freshUids: uids && Object.fromEntries(uids),
        reset: options.reset ?? false,
        failOn: options.failOn,
        scenarios: TUTORIAL,
        selected,
        signal,
        say: (line) => process.stderr.write(`${line}\n`),
      });
      writeResults(folder, results);
      writeReports(folder, results);
      const summary = terminalSummary(results, { color: takesColor(process.stdout) });
      process.stdout.write(`${summary}\nResults in ${relative(process.cwd(), folder) || '.'}\n`);
      return results.summary.exitCode;
    });
  } finally {
    await server?.close();
  }
}

/**
 * Loaded only when it is needed: a run against a server of one's own has no use for it. Without the hundreds of faults,
 * which would take longer to load than the run takes to judge.
 */
async function embeddedServer(): Promise<RunningServer> {
  const { startServer } = await import('../reference-server/listen.ts');
  return startServer();
}

function targetInput(options: ConformanceOptions, embeddedUrl: string | undefined): TargetInput {
  const target = options.target ?? embeddedUrl;
  return {
    ...(target === undefined ? {} : { target }),
    ...(options.targetFile === undefined ? {} : { targetFile: resolve(options.targetFile) }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1_000 }),
    embedded: embeddedUrl !== undefined,
  };
}

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborts on Ctrl-C, a polite end or a closed terminal; a second one ends the process at once. */
async function withInterrupts<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
    process.stderr.write('\nStopping: cleaning up what was stored; once more to stop at once …\n');
    controller.abort();
  };
  for (const name of INTERRUPTS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of INTERRUPTS) process.off(name, interrupt);
  }
}

function selectScenarios(ids: readonly string[] | undefined): readonly string[] {
  const known = TUTORIAL.map(({ id }) => id);
  for (const id of ids ?? []) {
    if (known.includes(id)) continue;
    throw new CommandError(`--scenario: unknown scenario "${id}"`, undefined, suggestionFor(id, known));
  }
  return ids ?? known;
}

function suggestionFor(word: string, known: readonly string[]): string {
  const suggestion = nearest(word, known);
  return suggestion ? `did you mean ${suggestion}?` : `known: ${known.join(', ')}`;
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3_600)) {
    throw new CommandError(`--timeout: "${text}" is no number of seconds from above 0 to 3600`);
  }
  return value;
}
