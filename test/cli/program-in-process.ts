import { AsyncLocalStorage } from 'node:async_hooks';
import { COMMANDS } from '../../lib/cli/commands.ts';
import { conformanceCommand } from '../../lib/cli/conformance.ts';
import { runProgram } from '../../lib/cli/program.ts';
import { playerInProcess } from '../../lib/run/player-in-process.ts';
import type { WaitingPlayer } from '../../lib/run/playwright.ts';
import { readSetup } from '../../lib/run/setup.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { cleanEnvironment, type Ended, type Surroundings } from './program.ts';

/** What a command of this process has written so far. */
interface Written {
  stdout: string;
  stderr: string;
}

const writing = new AsyncLocalStorage<Written>();

/** Keeps what a command writes; what the test runner writes at the same time goes on its way. */
function keepOutput(name: keyof Written): void {
  const output = process[name];
  const write = output.write.bind(output);
  output.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const written = writing.getStore();
    if (!written) return Reflect.apply(write, output, [chunk, ...rest]);
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  };
}

keepOutput('stdout');
keepOutput('stderr');

/** Plays what Playwright Test would, without its processes and its progress. */
function startPlayer(): WaitingPlayer {
  return {
    play(runFolder, signal) {
      const plays = new Set(readSetup(runFolder).plays.map(({ id }) => id));
      return playerInProcess(SCENARIOS.filter(({ id }) => plays.has(id))).play(runFolder, signal);
    },
    end: () => {},
  };
}

/** The process is that of the tests: those that are still to come would be left out, and their file would pass. */
function refuseToExit(): never {
  throw new Error('the program ended its process: only a real one can show that');
}

let isBusy = false;

/**
 * Runs the program in this process, at a fraction of the price of `harness`: from the arguments to the exit code all is
 * the same but for Playwright, in whose place this process plays the scenarios. One at a time: a command line has this
 * process's environment and working folder to itself.
 */
export async function programInProcess(
  args: readonly string[],
  { env = {}, cwd }: Pick<Surroundings, 'env' | 'cwd'> = {},
): Promise<Ended> {
  if (isBusy) throw new Error('one command at a time: await the one before');
  isBusy = true;
  const { env: usual, argv, exitCode, exit } = process;
  const folder = process.cwd();
  const written: Written = { stdout: '', stderr: '' };
  try {
    process.env = { ...cleanEnvironment(), ...env };
    process.argv = [process.execPath, 'dicomweb-harness', ...args];
    process.exitCode = undefined;
    process.exit = refuseToExit;
    if (cwd !== undefined) process.chdir(cwd);
    const commands = { ...COMMANDS, conformance: async () => conformanceCommand(startPlayer) };
    const refused = await writing.run(written, () => runProgram(process.argv, commands));
    return { code: refused ?? Number(process.exitCode ?? 0), signal: null, ...written };
  } finally {
    process.env = usual;
    process.argv = argv;
    process.exitCode = exitCode;
    process.exit = exit;
    process.chdir(folder);
    isBusy = false;
  }
}
