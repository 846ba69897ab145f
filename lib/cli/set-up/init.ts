import { existsSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import { SUITE_NAMES, type SuiteName } from '../../../scenarios/suite-names.ts';
import { CONFIG_NAMES } from '../../config/read-config.ts';
import { suggestionFor } from '../../errors/did-you-mean.ts';
import { CommandError } from '../../errors/exit-codes.ts';
import { HARNESS } from '../../harness.ts';
import { CI_FILES, type CiName } from '../../init/ci-files.ts';
import {
  type Answers,
  CREDENTIAL_KINDS,
  type CredentialKind,
  configFile,
  variablesFor,
} from '../../init/config-file.ts';
import { playwrightFiles } from '../../init/playwright-files.ts';
import { writeInitFiles } from '../../init/write-files.ts';
import { resolveTarget } from '../../target/configuration.ts';
import { loadProfile } from '../../target/profiles.ts';
import { asTyped } from '../how-to-run.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness init
      asks at the terminal
  $ dicomweb-harness init --yes --target https://pacs.example/dicom-web --credentials token
  $ dicomweb-harness init --yes --target https://pacs.example/dicom-web --ci github
  $ dicomweb-harness init --yes --playwright

Nothing is asked of the server. A file that is there already is not replaced without --force.`;

interface InitOptions {
  readonly target?: string;
  readonly profile?: string;
  readonly credentials?: CredentialKind;
  readonly suites?: string;
  readonly ci?: CiName;
  readonly playwright?: true;
  readonly yes?: true;
  readonly force?: true;
}

/** `init`: writes the configuration, and what a pipeline or a project of Playwright Test needs beside it. */
export function initCommand(): Command {
  return new Command('init')
    .description(
      'write dicomweb-harness.config.json for a server, and where asked for a CI file or a Playwright project',
    )
    .option('--target <url>', 'base URL, below which /studies lies; default: the embedded reference server')
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .addOption(new Option('--credentials <kind>', 'how to authenticate').choices(Object.keys(CREDENTIAL_KINDS)))
    .option('--suites <names>', `what is played, separated by commas: ${SUITE_NAMES.join(',')}`)
    .addOption(new Option('--ci <system>', 'also write a file for this CI').choices(Object.keys(CI_FILES)))
    .option('--playwright', 'also write a project of Playwright Test for scenarios of your own')
    .option('--yes', 'ask nothing: what no flag says has its default')
    .option('--force', 'replace files that are there already')
    .addHelpText('after', EXAMPLES)
    .action(async (options: InitOptions) => {
      const answers = await answersOf(options);
      const { ci, playwright, force = false } = options;
      const variables = variablesFor(answers.credentials);
      const files = [
        configFile(answers),
        ...(ci === undefined ? [] : [CI_FILES[ci]({ version: HARNESS.version, variables })]),
        ...(playwright ? projectFiles(answers) : []),
      ];
      const other = CONFIG_NAMES.find((name) => name !== files[0]?.path && existsSync(name));
      if (other) throw new CommandError(`${other} is there already`, undefined, 'A folder has one configuration.');
      const replaced = writeInitFiles(process.cwd(), files, force);
      for (const { path } of files) process.stdout.write(`${replaced.includes(path) ? 'Replaced' : 'Wrote'} ${path}\n`);
      process.stdout.write(
        `\nNext:\n${nextSteps(answers, variables, options)
          .map((step) => `  ${step}\n`)
          .join('')}`,
      );
    });
}

/** The project goes into a package that is there already. */
function projectFiles(answers: Answers) {
  const hasPackage = existsSync('package.json');
  return playwrightFiles(answers, HARNESS.version).filter(({ path }) => path !== 'package.json' || !hasPackage);
}

function nextSteps({ credentials }: Answers, variables: readonly string[], { playwright }: InitOptions): string[] {
  return [
    ...(variables.length > 0 ? [`set ${variables.join(' and ')}`] : []),
    ...(credentials.endsWith('-file') || credentials === 'oauth'
      ? ['complete "credentials" in the configuration']
      : []),
    `${asTyped('doctor', [], process.env)}   looks whether a run can start`,
    `${asTyped('conformance', [], process.env)}   plays it`,
    ...(playwright
      ? ['npm install --save-dev dicomweb-harness && npx playwright test   plays your own scenarios']
      : []),
  ];
}

/** What flags say, what is answered at the terminal, and defaults. @throws CommandError for what is none. */
async function answersOf(options: InitOptions): Promise<Answers> {
  const terminal = options.yes ? null : openTerminal();
  try {
    const target = checked(
      options.target ?? (await ask(terminal, 'Base URL of the server (empty: the embedded one)', '')),
      checkTarget,
    );
    const profile = checked(options.profile ?? (await ask(terminal, 'Profile', 'standard')), loadProfile);
    const kinds = Object.keys(CREDENTIAL_KINDS);
    const usual = target === '' ? 'none' : 'token';
    const kind =
      options.credentials ?? (await ask(terminal, `Credentials (${kinds.join(', ')})`, options.yes ? 'none' : usual));
    if (!kinds.includes(kind))
      throw new CommandError(`there are no credentials "${kind}"`, undefined, suggestionFor(kind, kinds));
    const suites = (options.suites ?? (await ask(terminal, `Suites (${SUITE_NAMES.join(',')})`, 'tutorial'))).split(
      /[\s,]+/,
    );
    return { target, profile, credentials: kind as CredentialKind, suites: suites.map(suiteOf) };
  } finally {
    terminal?.close();
  }
}

function openTerminal(): Interface {
  if (process.stdin.isTTY) return createInterface({ input: process.stdin, output: process.stderr });
  throw new CommandError(
    'init asks at a terminal, and there is none',
    undefined,
    'Give --yes, and flags for what is not the default.',
  );
}

async function ask(terminal: Interface | null, question: string, usual: string): Promise<string> {
  if (terminal === null) return usual;
  const answer = (await terminal.question(`${question}${usual === '' ? '' : ` [${usual}]`}: `)).trim();
  return answer === '' ? usual : answer;
}

function checked(text: string, check: (text: string) => unknown): string {
  check(text);
  return text;
}

function checkTarget(target: string): void {
  if (target !== '') resolveTarget({ target, embedded: false }, {});
}

function suiteOf(name: string): SuiteName {
  const suite = SUITE_NAMES.find((one) => one === name);
  if (suite) return suite;
  throw new CommandError(`unknown suite "${name}"`, undefined, suggestionFor(name, SUITE_NAMES));
}
