import { type ExecException, exec } from 'node:child_process';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { type Token, tokenIn } from './token.ts';
import { TokenSource } from './token-source.ts';

const LONGEST_MS = 60_000;
const LARGEST = 1 << 20;

/**
 * Tokens that a command prints, such as `az account get-access-token --resource …`; run by the shell, and again before
 * the token ends. No message shows the command or what it printed: either may hold a secret.
 */
export function tokensOfCommand(command: string, variable: string): TokenSource {
  return new TokenSource({ name: variable, next: () => run(command, variable) });
}

function howItEnded({ killed, signal, code }: ExecException): string {
  if (String(code) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'printed more than a mebibyte';
  if (killed) return `did not end within ${LONGEST_MS / 1000} s`;
  return `ended with ${signal ? `signal ${signal}` : `exit code ${code}`}`;
}

function run(command: string, variable: string): Promise<Token> {
  return new Promise((resolve, reject) => {
    const options = { timeout: LONGEST_MS, maxBuffer: LARGEST, windowsHide: true };
    const child = exec(command, options, (error, output) => {
      if (error) {
        const how = howItEnded(error);
        const hint = 'Run it in a shell to see why: it has to print a token and to end with 0, and is asked nothing.';
        reject(new CommandError(`the command in ${variable} ${how}`, EXIT_CODES.unreachable, hint));
        return;
      }
      try {
        resolve(tokenIn(output, `the output of ${variable}`, Date.now()));
      } catch (problem) {
        const { message } = problem as Error;
        const hint = 'It has to print the token alone, or JSON with access_token or accessToken.';
        reject(new CommandError(message, EXIT_CODES.unreachable, hint));
      }
    });
    // What waits for an answer would wait for ever.
    child.stdin?.end();
  });
}
