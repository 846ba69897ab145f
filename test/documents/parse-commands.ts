import { Command } from 'commander';
import { COMMANDS } from '../../lib/cli/commands.ts';

/** Commands parse, and do nothing. */
function disarm(command: Command): void {
  command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  if (command.commands.length === 0 || command.registeredArguments.length > 0) command.action(() => {});
  command.commands.forEach(disarm);
}

/** What is wrong with arguments of the program, as it parses them without acting; null where nothing is. */
export async function mistakeIn(args: readonly string[]): Promise<string | null> {
  // A definition remembers what it parsed: each line gets new ones.
  const program = new Command('dicomweb-harness').version('0');
  for (const load of Object.values(COMMANDS)) program.addCommand(await load());
  disarm(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return null;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    return code === 'commander.helpDisplayed' || code === 'commander.version' ? null : message;
  }
}

/** The help of a command as the program prints it. */
export async function helpOf(name: string): Promise<string> {
  const command = await COMMANDS[name]?.();
  let help = '';
  command?.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command?.outputHelp();
  return help;
}
