import { Command, CommanderError } from 'commander';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { HARNESS } from '../harness.ts';

/** How each command is loaded, by its name. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/**
 * Runs a command line, whose first two entries are Node and the program. What went wrong is said on standard error, with
 * what to do.
 *
 * @returns the exit code of what went wrong; null where nothing did, and the command has set its own
 */
export async function runProgram(commandLine: readonly string[], commands: Commands): Promise<number | null> {
  try {
    const program = new Command('dicomweb-harness')
      .description('Conformance and load testing for DICOMweb servers, with verdicts that hold up.')
      .version(HARNESS.version)
      .showSuggestionAfterError();
    for (const load of neededFor(commandLine[2] ?? '', commands)) program.addCommand(await load());
    exitByUsage(program);
    await program.parseAsync(commandLine);
    return null;
  } catch (error) {
    return explain(error);
  }
}

/** The commands that the first argument may need: the help and a mistyped name need all of them. */
function neededFor(argument: string, commands: Commands): readonly (() => Promise<Command>)[] {
  if (argument === '--version' || argument === '-V') return [];
  const asked = Object.hasOwn(commands, argument) ? commands[argument] : undefined;
  return asked ? [asked] : Object.values(commands);
}

/** A wrong flag is a usage error of ours (2), not commander's 1. */
function exitByUsage(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitByUsage(child);
}

/** What the operating system does not allow, a full disk for one, is no defect: the message says what and where. */
function isRefusedBySystem(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO'].some((one) => one === code);
}

/** Says on standard error what went wrong and what to do, and returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.conformant : EXIT_CODES.usage;
  if (error instanceof CommandError) {
    process.stderr.write(`dicomweb-harness: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
    return error.exitCode;
  }
  if (isRefusedBySystem(error)) {
    process.stderr.write(`dicomweb-harness: ${error.message}\n  Is there room, and may this account write there?\n`);
    return EXIT_CODES.harnessError;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`dicomweb-harness: this is a defect of the harness, not of a server\n${detail}\n`);
  return EXIT_CODES.harnessError;
}
