import { createInterface } from 'node:readline/promises';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';

/** Asks a question until the answer can be meant; an empty answer is the usual one. */
export type Ask = <T>(question: string, usual: string, read: (answer: string) => T) => Promise<T>;

/**
 * Asks at the terminal for as long as `use` goes on. An answer that `read` refuses is told, and asked again.
 *
 * @throws CommandError where there is no terminal, and with exit code 130 for Ctrl-C and the end of the input.
 */
export async function atTerminal<T>(use: (ask: Ask) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) {
    const hint = 'Give --yes, and flags for what is not the default.';
    throw new CommandError('init asks at a terminal, and there is none', undefined, hint);
  }
  return withAnswersFrom(process.stdin, process.stderr, use);
}

/** The same with the streams that are given. */
export async function withAnswersFrom<T>(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  use: (ask: Ask) => Promise<T>,
): Promise<T> {
  const terminal = createInterface({ input, output });
  const ended = new Promise<never>((_, reject) => {
    const end = (): void => {
      output.write('\n');
      reject(new CommandError('nothing was written', EXIT_CODES.interrupted));
    };
    terminal.once('SIGINT', end).once('close', end);
  });
  ended.catch(() => undefined);
  const ask: Ask = async (question, usual, read) => {
    for (;;) {
      const asked = terminal.question(`${question}${usual === '' ? '' : ` [${usual}]`}: `);
      const answer = (await Promise.race([asked, ended])).trim();
      try {
        return read(answer === '' ? usual : answer);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        output.write(`  ${error.message}${error.hint ? `: ${error.hint}` : ''}\n`);
      }
    }
  };
  try {
    return await use(ask);
  } finally {
    terminal.close();
  }
}
