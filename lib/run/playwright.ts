import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUN_FOLDER_VARIABLE } from './run-folder-variable.ts';

export interface PlaywrightOutcome {
  /** Null when it was ended by a signal. */
  readonly exitCode: number | null;
  /** What it printed beside the progress of the scenarios: the reason when it could not even start. */
  readonly output: string;
}

/** Longest tail of Playwright's own output that is kept, in characters. */
const OUTPUT = 8_000;

/** How long Playwright may take to end politely, in milliseconds. */
const PATIENCE_MS = 8_000;

const isSource = import.meta.url.endsWith('.ts');
const CONFIG = new URL(`../../scenarios/playwright/playwright.config${isSource ? '.ts' : '.js'}`, import.meta.url);

/**
 * Plays the scenarios of a prepared run with Playwright Test, in a process of its own. Ends it when `signal` aborts:
 * first politely, then for good. It never outlives this process.
 */
export function runPlaywright(runFolder: string, signal: AbortSignal): Promise<PlaywrightOutcome> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const artefacts = join(runFolder, 'playwright');
  const child = spawn(process.execPath, [cli, 'test', '--config', fileURLToPath(CONFIG), '--output', artefacts], {
    env: { ...childEnvironment(), [RUN_FOLDER_VARIABLE]: runFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own: Ctrl-C reaches this process first, which then ends the child in order.
    detached: true,
  });
  const kill = (): void => killGroup(child.pid);
  process.once('exit', kill);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-OUTPUT);
  });
  return new Promise<PlaywrightOutcome>((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      child.kill('SIGINT');
      killer = setTimeout(kill, PATIENCE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.once('error', reject);
    child.once('close', (exitCode) => {
      signal.removeEventListener('abort', stop);
      clearTimeout(killer);
      resolve({ exitCode, output });
    });
  }).finally(() => {
    process.off('exit', kill);
    rmSync(artefacts, { recursive: true, force: true });
  });
}

/**
 * Playwright's own loader of TypeScript is switched off: built code needs none, and sources are read by the loader that
 * this process has used and cached already, which is seconds faster on a first run.
 */
function childEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, PW_DISABLE_TS_ESM: '1' };
  if (!isSource) return environment;
  const loader = `--import=${import.meta.resolve('tsx/esm')}`;
  return { ...environment, NODE_OPTIONS: [process.env.NODE_OPTIONS, loader].filter(Boolean).join(' ') };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
