import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Given, givenSettings, targetDetails } from '../../config/given.ts';
import { mistypedVariables } from '../../config/mistyped-variables.ts';
import { type ConfigFile, readConfig } from '../../config/read-config.ts';
import { CommandError } from '../../errors/exit-codes.ts';

/** The flags that name a configuration. */
interface ConfigOptions {
  readonly config?: string;
  readonly targetFile?: string;
}

/**
 * Lets a command take what its flags do not give from the environment, and then from the configuration file. The file is
 * read once the flags were understood, before the command acts.
 */
export function withConfiguration(command: Command): Command {
  return command
    .option('--config <file>', 'configuration; default: dicomweb-harness.config.ts, .js or .json in this folder')
    .addOption(new Option('--target-file <file>').hideHelp())
    .hook('preAction', async (_, acting) => {
      if (acting === command) await configure(command);
    });
}

/** What was found for a command, for who wants to see it. */
export interface Found {
  readonly file: ConfigFile | null;
  /** What no flag gave and the environment or the file did, by the name of the option. */
  readonly given: ReadonlyMap<string, Given>;
}

/**
 * Sets the options of a command that no flag gave.
 *
 * @throws CommandError that names the variable, or the file and the place in it, whose value is wrong.
 */
export async function configure(command: Command): Promise<Found> {
  const { config, targetFile } = command.opts<ConfigOptions>();
  if (config !== undefined && targetFile !== undefined) {
    throw new CommandError('--config and --target-file were both given', undefined, 'Give --config alone.');
  }
  for (const line of mistypedVariables(process.env)) process.stderr.write(`dicomweb-harness: ${line}\n`);
  const file = await readConfig(config ?? targetFile, process.cwd());
  if (targetFile !== undefined && !file?.config.target?.url && command.getOptionValueSource('target') !== 'cli') {
    // The embedded server would be judged in its place.
    throw new CommandError(
      `target file ${targetFile} names no target`,
      undefined,
      'It says it as { "baseUrl": "https://…" }.',
    );
  }
  const found = new Map<string, Given>();
  for (const given of givenSettings(file, process.env)) {
    const name = nameOf(given);
    const option = command.options.find((one) => one.attributeName() === name);
    if ((option === undefined && name !== 'suites') || command.getOptionValueSource(name) === 'cli') continue;
    command.setOptionValueWithSource(name, optionValue(given, option), given.from === 'file' ? 'config' : 'env');
    found.set(name, given);
  }
  if (command.options.some((option) => option.attributeName() === 'target')) setTarget(command, file, found);
  return { file, given: found };
}

function nameOf({ setting }: Given): string {
  return setting.flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A value as the command's own flag would have been read. */
function optionValue({ setting, texts, source }: Given, option: Option | undefined): unknown {
  if (setting.isSwitch) {
    if (!['true', 'false', '1', '0'].includes(texts[0] ?? ''))
      throw new CommandError(`${source} is neither true nor false`);
    return texts[0] === 'true' || texts[0] === '1' ? true : undefined;
  }
  const parse = option?.parseArg;
  try {
    if (setting.isList) {
      return texts.reduce<unknown>(
        (earlier, text) => (parse ? parse(text, earlier) : [...(earlier as string[]), text]),
        [],
      );
    }
    return parse ? parse(texts[0] ?? '', undefined) : texts[0];
  } catch (error) {
    if (!(error instanceof InvalidArgumentError || error instanceof CommandError)) throw error;
    throw new CommandError(`${source}: ${error.message}`);
  }
}

function setTarget(command: Command, file: ConfigFile | null, found: Found['given']): void {
  const { target } = command.opts<{ target?: string }>();
  const details = { ...targetDetails(file, target), urlSource: found.get('target')?.source };
  for (const [name, value] of Object.entries(details)) command.setOptionValueWithSource(name, value, 'config');
}
