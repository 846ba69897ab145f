import { readFileSync } from 'node:fs';
import { Command } from 'commander';

/**
 * Run by commands.test.ts in a process of its own, which loads every command from its source: reads arguments of the
 * program as JSON from standard input, parses each as the program does without acting, and prints what was wrong with
 * each, or null.
 */
const COMMAND = /import\('(?<file>\.\/[^']+)'\)\)\s*\.(?<maker>\w+Command)\(/g;

type Maker = (known: () => Promise<readonly Command[]>) => Command;

const cli = new URL('../../lib/cli/', import.meta.url);

async function program(): Promise<Command> {
  const all = new Command('dicomweb-harness').version('0');
  for (const { groups } of readFileSync(new URL('main.ts', cli), 'utf8').matchAll(COMMAND)) {
    const { file = '', maker = '' } = groups ?? {};
    const makers = (await import(new URL(file, cli).href)) as Readonly<Record<string, Maker>>;
    all.addCommand(makers[maker]?.(async () => []) ?? new Command(maker));
  }
  return all;
}

/** Commands parse, and do nothing. */
function disarm(command: Command): void {
  command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  if (command.commands.length === 0 || command.registeredArguments.length > 0) command.action(() => {});
  command.commands.forEach(disarm);
}

/** A definition remembers what it parsed: each line gets new ones. */
async function mistakeIn(args: readonly string[]): Promise<string | null> {
  const fresh = await program();
  disarm(fresh);
  try {
    await fresh.parseAsync([...args], { from: 'user' });
    return null;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    return code === 'commander.helpDisplayed' || code === 'commander.version' ? null : message;
  }
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
const mistakes: (string | null)[] = [];
for (const args of JSON.parse(input) as string[][]) mistakes.push(await mistakeIn(args));
process.stdout.write(JSON.stringify(mistakes));
