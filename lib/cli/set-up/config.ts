import { Command } from 'commander';
import { SETTINGS } from '../../config/settings.ts';
import { nearest } from '../../errors/did-you-mean.ts';
import { CommandError } from '../../errors/exit-codes.ts';
import { resolveTarget } from '../../target/configuration.ts';
import { credentialVariablesIn } from '../../target/credential-references.ts';
import { conformanceCommand } from '../conformance.ts';
import { loadCommand } from '../load.ts';
import { mergeCommand } from '../runs/merge.ts';
import { namesTarget, type TargetOptions, targetInput } from '../target-input.ts';
import { configure, type Found } from './configured.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness config
      what conformance would be played with in this folder, and where each value came from
  $ dicomweb-harness config load stow --vus 8
  $ dicomweb-harness config conformance --target http://127.0.0.1:8042/dicom-web duties
  $ dicomweb-harness config --json

Flags go before environment variables, these before the configuration file, and that before defaults. Secrets are not
shown: of credentials it says where they are.`;

/** A value in force. */
interface Effective {
  readonly setting: string;
  readonly value: unknown;
  readonly source: string;
}

/** What was typed, as it was. */
interface Typed {
  readonly flags: Map<string, unknown>;
  readonly suites: string[];
}

const COMMANDS: Readonly<Record<string, () => Command>> = {
  conformance: conformanceCommand,
  load: loadCommand,
  merge: mergeCommand,
};

/** Arguments that a command cannot do without, and that no setting depends on. */
const NEEDED: Readonly<Record<string, string>> = { load: 'stow', merge: '.' };

/** `config`: the settings that a command would be played with, and where each came from. */
export function configCommand(): Command {
  return new Command('config')
    .description('print the settings in force and where each came from; asks nothing of a server')
    .argument('[command...]', 'conformance, load or merge, with the flags that it would be given; default: conformance')
    .option('--json', 'print them as JSON')
    .allowUnknownOption()
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], { json }: { readonly json?: true }) => {
      const effective = await effectiveSettings(words);
      process.stdout.write(json ? `${JSON.stringify(effective, null, 2)}\n` : inWords(effective));
    });
}

/** Reads the flags as the command itself would, and looks up what no flag gave. */
async function effectiveSettings(words: readonly string[]): Promise<readonly Effective[]> {
  const isNamed = words[0] !== undefined && !words[0].startsWith('-');
  const [name = '', ...args] = isNamed ? words : ['conformance', ...words];
  const make = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (make === undefined) {
    const meant = nearest(name, Object.keys(COMMANDS));
    throw new CommandError(
      `config: "${name}" has no configuration`,
      undefined,
      meant ? `did you mean ${meant}?` : `${Object.keys(COMMANDS).join(', ')} have.`,
    );
  }
  const command = make().exitOverride();
  const typed: Typed = { flags: new Map(), suites: [] };
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (text: unknown) => typed.flags.set(option.attributeName(), text));
  }
  command.action((...given: readonly unknown[]) => {
    typed.suites.push(...given.slice(0, -2).flat().map(String));
  });
  const needed = NEEDED[name];
  if (needed !== undefined && (args[0] ?? '-').startsWith('-')) args.unshift(needed);
  await command.parseAsync(args, { from: 'user' });
  const found = await configure(command);
  // A target that cannot be used is told here as it would be by the command.
  const options = command.opts<TargetOptions>();
  if (namesTarget(options)) resolveTarget(targetInput(options, null), process.env);
  return [...settingsOf(command, found, typed), ...detailsOf(command, found)];
}

function settingsOf(command: Command, { given }: Found, typed: Typed): Effective[] {
  return SETTINGS.flatMap(({ path, flag, isList }) => {
    const option = command.options.find(({ long }) => long === `--${flag}`);
    const name = option?.attributeName() ?? flag;
    const setting = path.join('.');
    if (flag === 'suites' && command.name() !== 'conformance') return [];
    if (flag === 'suites' && typed.suites.length > 0) return [{ setting, value: typed.suites, source: 'arguments' }];
    if (flag !== 'suites' && option === undefined) return [];
    if (command.getOptionValueSource(name) === 'cli') {
      const read: unknown = command.getOptionValue(name);
      const value = isList || (isTexts(read) && read.length > 1) ? read : (typed.flags.get(name) ?? true);
      return [{ setting, value, source: `--${flag}` }];
    }
    const found = given.get(name);
    if (found) return [{ setting, value: isList ? found.texts : found.texts[0], source: found.source }];
    const usual: unknown = option?.defaultValueDescription ?? option?.defaultValue ?? UNSET[flag] ?? null;
    return [{ setting, value: usual, source: 'default' }];
  });
}

/** What a flag that was repeated gave. */
function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** What holds where nothing is given, for options without a default of their own. */
const UNSET: Readonly<Record<string, unknown>> = {
  suites: ['tutorial'],
  target: 'the embedded reference server',
  profile: 'standard',
  timeout: 30,
  lang: 'en',
};

/** What only the file can say, and the credentials of the environment. Of secrets the place alone. */
function detailsOf(command: Command, { file }: Found): Effective[] {
  const { roots = {}, headers = {}, credentials } = command.opts<TargetOptions>();
  const source = file?.path ?? '';
  const variables = credentialVariablesIn(process.env);
  const masked = variables.map((variable) => ({ setting: 'credentials', value: '••••', source: variable }));
  const referred =
    credentials === undefined || masked.length > 0
      ? []
      : [{ setting: 'credentials', value: shown(credentials), source }];
  return [
    ...Object.entries(roots).map(([service, value]) => ({ setting: `target.roots.${service}`, value, source })),
    ...Object.entries(headers).map(([name, value]) => ({
      setting: `target.headers.${name}`,
      value: typeof value === 'string' ? '••••' : value,
      source,
    })),
    ...masked,
    ...referred,
  ];
}

/** References without the arguments of a command, which may hold a secret. */
function shown(references: NonNullable<TargetOptions['credentials']>): unknown {
  return JSON.parse(
    JSON.stringify(references, (name, value) =>
      name === 'command' ? `${String(value).split(/\s/, 1)[0]} ••••` : value,
    ),
  );
}

function inWords(effective: readonly Effective[]): string {
  const rows = effective.map(({ setting, value, source }) => [
    setting,
    value === null ? '(not set)' : typeof value === 'string' ? value : JSON.stringify(value),
    source,
  ]);
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      ([setting = '', value = '', source = '']) =>
        `${setting.padEnd(first ?? 0)}  ${value.padEnd(Math.min(second ?? 0, 60))}  ${source}\n`,
    )
    .join('');
}
