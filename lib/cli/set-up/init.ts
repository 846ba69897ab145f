import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { SUITE_NAMES, type SuiteName } from '../../../scenarios/suite-names.ts';
import type { Config } from '../../config/config.ts';
import { readConfig } from '../../config/read-config.ts';
import { suggestionFor } from '../../errors/did-you-mean.ts';
import { CommandError } from '../../errors/exit-codes.ts';
import { HARNESS } from '../../harness.ts';
import { CI_FILES, type CiName } from '../../init/ci-files.ts';
import {
  type Answers,
  CONFIG_FILE,
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
import { atTerminal } from './questions.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness init
      asks at the terminal
  $ dicomweb-harness init --yes --target https://pacs.example/dicom-web --credentials token
  $ dicomweb-harness init --yes --target https://pacs.example/dicom-web --ci github
  $ dicomweb-harness init --yes --playwright

Nothing is asked of the server. A configuration that is there is kept; with --force flags change it, and only what they
name. Another file that is there already is not replaced without --force.`;

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
      const { ci, playwright, force = false } = options;
      const before = await readConfig(undefined, process.cwd());
      const given = answersIn(options);
      const isKept = before !== null && Object.keys(given).length === 0;
      const answers = isKept ? {} : before === null ? await allAnswers(given, options) : given;
      if (before !== null && !isKept) refuseOther(before.path);
      const config = configFile(answers, before?.config);
      const whole = isKept ? before.config : (JSON.parse(config.text) as Config);
      const variables = variablesFor(whole);
      const files = [
        ...(isKept ? [] : [config]),
        ...(ci === undefined ? [] : [CI_FILES[ci]({ variables })]),
        ...(playwright ? projectFiles(whole) : []),
      ];
      const replaced = writeInitFiles(process.cwd(), files, force);
      if (isKept) process.stdout.write(`Kept ${basename(before.path)}\n`);
      for (const { path } of files) process.stdout.write(`${wordFor(path, replaced)} ${path}\n`);
      process.stdout.write(
        `\nNext:\n${nextSteps(answers, variables, options)
          .map((step) => `  ${step}\n`)
          .join('')}`,
      );
    });
}

/** What was there of a configuration and was not given anew is still in it. */
function wordFor(path: string, replaced: readonly string[]): string {
  if (!replaced.includes(path)) return 'Wrote';
  return path === CONFIG_FILE ? 'Changed' : 'Replaced';
}

/** A program that makes a configuration is not written by us. */
function refuseOther(path: string): void {
  if (basename(path) === CONFIG_FILE) return;
  const hint = 'A folder has one configuration: change it there, or leave out the flags for it.';
  throw new CommandError(`${basename(path)} is there already`, undefined, hint);
}

/** The project goes into a package that is there already. */
function projectFiles({ target, profile = 'standard' }: Config) {
  const hasPackage = existsSync('package.json');
  return playwrightFiles({ target: target?.url ?? '', profile }, HARNESS.version).filter(
    ({ path }) => path !== 'package.json' || !hasPackage,
  );
}

/** The package as `npm pack` names it. The name itself is in no registry, and others could claim it. */
const PACKED = `${HARNESS.name}-${HARNESS.version}.tgz`;

function nextSteps(
  { credentials = 'none' }: Partial<Answers>,
  variables: readonly string[],
  { ci, playwright }: InitOptions,
): string[] {
  return [
    ...(variables.length > 0 ? [`set ${variables.join(' and ')}`] : []),
    ...(credentials.endsWith('-file') || credentials === 'oauth'
      ? ['complete "credentials" in the configuration']
      : []),
    `${asTyped('doctor', [], process.env)}   looks whether a run can start`,
    `${asTyped('conformance', [], process.env)}   plays it`,
    ...(ci || playwright
      ? [
          `npm install --save-dev ./${PACKED}   installs what \`npm pack\` made of a checkout; commit it with the lock file`,
        ]
      : []),
    ...(playwright ? ['npx playwright test   plays your own scenarios'] : []),
  ];
}

/** What flags say. @throws CommandError for what is none. */
function answersIn({ target, profile, credentials, suites }: InitOptions): Partial<Answers> {
  return {
    ...(target === undefined ? {} : { target: targetFrom(target) }),
    ...(profile === undefined ? {} : { profile: profileFrom(profile) }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(suites === undefined ? {} : { suites: suitesFrom(suites) }),
  };
}

/** What flags say, what is answered at the terminal, and defaults. */
async function allAnswers(given: Partial<Answers>, { yes }: InitOptions): Promise<Answers> {
  if (yes) return { target: '', profile: 'standard', credentials: 'none', suites: ['tutorial'], ...given };
  return atTerminal(async (ask) => {
    const target = given.target ?? (await ask('Base URL of the server (empty: the embedded one)', '', targetFrom));
    const kinds = Object.keys(CREDENTIAL_KINDS).join(', ');
    const usual = target === '' ? 'none' : 'token';
    return {
      target,
      profile: given.profile ?? (await ask('Profile', 'standard', profileFrom)),
      credentials: given.credentials ?? (await ask(`Credentials (${kinds})`, usual, credentialsFrom)),
      suites: given.suites ?? (await ask(`Suites (${SUITE_NAMES.join(',')})`, 'tutorial', suitesFrom)),
    };
  });
}

function targetFrom(target: string): string {
  if (target !== '') resolveTarget({ target, embedded: false }, {});
  return target;
}

function profileFrom(name: string): string {
  loadProfile(name);
  return name;
}

function credentialsFrom(kind: string): CredentialKind {
  const kinds = Object.keys(CREDENTIAL_KINDS) as CredentialKind[];
  const found = kinds.find((one) => one === kind);
  if (found) return found;
  throw new CommandError(`there are no credentials "${kind}"`, undefined, suggestionFor(kind, kinds));
}

function suitesFrom(names: string): SuiteName[] {
  return names.split(/[\s,]+/).map((name) => {
    const suite = SUITE_NAMES.find((one) => one === name);
    if (suite) return suite;
    throw new CommandError(`unknown suite "${name}"`, undefined, suggestionFor(name, SUITE_NAMES));
  });
}
