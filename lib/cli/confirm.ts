import { createInterface } from 'node:readline/promises';
import { CommandError } from '../errors/exit-codes.ts';

/** The answer to a question at the terminal; only "yes" is one. @throws CommandError where there is no terminal. */
export async function confirmAtTerminal(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CommandError(
      '--reset: nothing was deleted, and no instance of the data set was stored',
      undefined,
      '--yes deletes what was named; without it the question is asked at a terminal',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C at the question ends the run as anywhere else.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return (await terminal.question(`${question} Type yes: `, { signal })).trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
