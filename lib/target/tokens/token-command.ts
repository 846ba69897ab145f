import { exec } from 'node:child_process';
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

function run(command: string, variable: string): Promise<Token> {
  return new Promise((resolve, reject) => {
    const options = { timeout: LONGEST_MS, maxBuffer: LARGEST, windowsHide: true };
    exec(command, options, (error, output) => {
      if (error) {
        const how = error.killed
          ? `did not end within ${LONGEST_MS / 1000} s`
          : `ended with ${error.signal ? `signal ${error.signal}` : `exit code ${error.code}`}`;
        const hint = 'Run it in a shell to see why: it has to print a token and to end with 0.';
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
  });
}
