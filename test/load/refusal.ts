import { type Command, CommanderError } from 'commander';
import { loadCommand } from '../../lib/cli/load.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';

/** Runs the command in this process, up to the refusal that it has to end with; whether that is one of usage. */
export async function refusal(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<{ readonly usage: boolean; readonly said: string }> {
  let said = '';
  const quiet = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeErr: (text) => {
        said += text;
      },
    });
    command.commands.forEach(quiet);
  };
  const command = loadCommand();
  quiet(command);
  const usual = process.env;
  process.env = { ...usual, PATH: '/usr/bin:/bin', ...environment };
  try {
    await command.parseAsync([...args], { from: 'user' });
    return { usage: false, said };
  } catch (error) {
    if (error instanceof CommandError)
      return { usage: error.exitCode === 2, said: `${error.message} ${error.hint ?? ''}` };
    return { usage: error instanceof CommanderError, said };
  } finally {
    process.env = usual;
  }
}
