import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../harness.ts';

/** Environment variable that tells Playwright's workers which run they belong to. */
export const RUN_FOLDER_VARIABLE = 'DICOMWEB_HARNESS_RUN';

export interface PlaywrightOutcome {
  /** Null when it was ended by a signal. */
  readonly exitCode: number | null;
  /** What it printed beside the progress of the scenarios: the reason when it could not even start. */
  readonly output: string;
}

/** Longest tail of Playwright's own output that is kept, in characters. */
const OUTPUT = 8_000;

/**
 * Plays the scenarios of a prepared run with Playwright Test, in a process of its own. Ends it when `signal` aborts:
 * first politely, then for good.
 */
export function runPlaywright(runFolder: string, signal: AbortSignal): Promise<PlaywrightOutcome> {
  const built = join(PACKAGE_FOLDER, 'dist', 'scenarios', 'playwright.config.js');
  const source = join(PACKAGE_FOLDER, 'scenarios', 'playwright.config.ts');
  const config = existsSync(source) ? source : built;
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test', '--config', config], {
    env: { ...childEnvironment(), [RUN_FOLDER_VARIABLE]: runFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own: Ctrl-C reaches this process first, which then ends the child in order.
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-OUTPUT);
  });
  return new Promise((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      child.kill('SIGINT');
      killer = setTimeout(() => killGroup(child.pid), 8_000);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.once('error', reject);
    child.once('close', (exitCode) => {
      signal.removeEventListener('abort', stop);
      clearTimeout(killer);
      resolve({ exitCode, output });
    });
  });
}

/** Loaders of this process are not meant for the child: Playwright reads TypeScript by itself. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
