import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { artefactsOf, RUN_FOLDER_VARIABLE, VERBOSE_VARIABLE } from './run-folder-variable.ts';

export interface PlaywrightOutcome {
  /** Null when it was ended by a signal. */
  readonly exitCode: number | null;
  /** What it printed beside the progress of the scenarios: the reason when it could not even start. */
  readonly output: string;
}

/** Whoever plays the scenarios of a prepared run. */
export interface Player {
  /**
   * Plays them once, and ends when `signal` aborts.
   * @throws Error when it could not be started
   */
  play(runFolder: string, signal: AbortSignal): Promise<PlaywrightOutcome>;
}

/** A player that was started, and waits to be told what to play; it ends politely, and then for good. */
export interface WaitingPlayer extends Player {
  /** Ends it at once if it still runs. */
  end(): void;
}

export type StartPlayer = (starting?: Starting) => WaitingPlayer;

/** Longest tail of Playwright's own output that is kept, in characters. */
const OUTPUT = 8_000;

/** How long Playwright may take to end politely, in milliseconds. */
const PATIENCE_MS = 8_000;

const IS_WINDOWS = process.platform === 'win32';
const isSource = import.meta.url.endsWith('.ts');
const CONFIG = new URL(
  isSource ? '../../scenarios/playwright/playwright.config.ts' : './playwright.config.js',
  import.meta.url,
);

export interface Starting {
  /** How much is said on standard error: nothing, a line a scenario, or a line an exchange as well. */
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** The environment that it has; that of this process unless told otherwise. It holds the credentials of the run. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts Playwright Test in a process of its own, which never outlives this one. Loading it takes half a second, in which
 * the caller can prepare what is played.
 */
export function startPlaywright({ quiet = false, verbose = false, env = process.env }: Starting = {}): WaitingPlayer {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test', '--config', fileURLToPath(CONFIG)], {
    env: childEnvironment(env, verbose),
    stdio: ['pipe', 'pipe', quiet ? 'ignore' : 'inherit'],
    // A process group of its own: Ctrl-C reaches this process first, which then ends the child in order. On Windows it
    // would be a window.
    detached: !IS_WINDOWS,
    windowsHide: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-OUTPUT);
  });
  // If it ends before it is told what to play, its exit code and its output say why.
  child.stdin.on('error', () => {});
  const end = (): void => {
    if (child.exitCode === null && child.signalCode === null) killGroup(child.pid);
  };
  process.once('exit', end);
  const ended = new Promise<PlaywrightOutcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  }).finally(() => process.off('exit', end));
  // The error is thrown to whoever plays; until then nobody waits for it.
  ended.catch(() => {});
  return {
    end,
    async play(runFolder, signal) {
      let killer: NodeJS.Timeout | undefined;
      const stop = (): void => {
        // Windows has no signals: it would end this process alone, and its workers would go on to store.
        if (IS_WINDOWS) end();
        else {
          child.kill('SIGINT');
          killer = setTimeout(end, PATIENCE_MS);
        }
      };
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      child.stdin.end(runFolder);
      try {
        return await ended;
      } finally {
        signal.removeEventListener('abort', stop);
        clearTimeout(killer);
        rmSync(artefactsOf(runFolder), { recursive: true, force: true });
      }
    },
  };
}

/** Variables of test runners that this process may be run by. Playwright takes some of them for its own, or refuses. */
const OF_RUNNERS =
  /^(JEST_WORKER_ID|VITEST.*|NODE_TEST_CONTEXT|TEST_WORKER_INDEX|TEST_PARALLEL_INDEX|PLAYWRIGHT_.*|PW_.*)$/;

/**
 * Playwright's own loader of TypeScript is switched off: built code needs none, and sources are read by the loader that
 * this process has used and cached already, which is seconds faster on a first run.
 */
function childEnvironment(env: NonNullable<Starting['env']>, verbose: boolean): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !OF_RUNNERS.test(name));
  const environment: NodeJS.ProcessEnv = { ...Object.fromEntries(own), PW_DISABLE_TS_ESM: '1' };
  delete environment[RUN_FOLDER_VARIABLE];
  environment[VERBOSE_VARIABLE] = verbose ? 'yes' : '';
  if (!isSource) return environment;
  const loader = `--import=${import.meta.resolve('tsx/esm')}`;
  return { ...environment, NODE_OPTIONS: [env.NODE_OPTIONS, loader].filter(Boolean).join(' ') };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  // Windows has no groups: its own program ends a process with all that it started.
  if (IS_WINDOWS) {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
