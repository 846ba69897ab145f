import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { constants, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Summary } from '../load-engine/metrics/summary-data.ts';
import { checksOf, TREND_STATS } from './embedded.ts';
import type { K6 } from './k6-binary.ts';
import { connectionVariables } from './k6-connection.ts';
import { readK6Log } from './k6-log.ts';
import { isTrend, K6Samples } from './k6-samples.ts';
import type { EngineRun, Measured, SecondMeasured } from './measured.ts';

interface K6Run extends EngineRun {
  readonly k6: K6;
  /** Folder for the files that go between k6 and this process. */
  readonly folder: string;
  /** Where the bundle writes its summary. */
  readonly summaryFile: string;
  readonly plannedSeconds: number;
}

/** Flags that every k6 from 0.47 to 2.2 has. */
function flags(samples: string): string[] {
  return [
    'run',
    '--quiet',
    '--address',
    '',
    '--log-format',
    'json',
    '-o',
    `csv=${samples}`,
    '--summary-trend-stats',
    TREND_STATS.join(','),
  ];
}

const SETTINGS = { K6_NO_USAGE_REPORT: 'true', K6_AUTO_EXTENSION_RESOLUTION: 'false', K6_CSV_TIME_FORMAT: 'unix' };

/** Runs a bundle on k6, and reads its samples and its log while it runs. Throws an Error when k6 does not start. */
export async function runK6(run: K6Run): Promise<Measured> {
  const seconds: SecondMeasured[] = [];
  const samples = new K6Samples(isTrend, (second) => {
    seconds.push(second);
    run.onSecond({ ...second, progress: Math.min(1, (second.second + 1) / run.plannedSeconds) });
  });
  const pipe = openPipe(join(run.folder, 'samples.csv'), samples);
  // k6 gets a process group of its own, so that Ctrl-C reaches it once, from here, and not from the terminal as well.
  const child = spawn(run.k6.path, [...flags(pipe.path), run.bundle], {
    env: { ...process.env, ...SETTINGS, ...connectionVariables(run), ...run.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const errors = child.stderr ? readK6Log(child.stderr, run) : [];
  const interrupt = (): void => {
    child.kill('SIGINT');
  };
  // When this process ends before k6, k6 must not go on.
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  run.signal.addEventListener('abort', interrupt, { once: true });
  process.once('exit', kill);
  const exitCode = await exited(child);
  process.removeListener('exit', kill);
  run.signal.removeEventListener('abort', interrupt);
  await pipe.close();
  samples.end();
  const summary = readSummary(run.summaryFile);
  return {
    engine: { name: 'k6', version: run.k6.version },
    exitCode,
    error: exitCode === 0 ? null : (errors.at(-1) ?? `k6 ended with exit code ${exitCode}`),
    metrics: summary?.metrics ?? {},
    checks: summary ? checksOf(summary.root_group) : [],
    durationSeconds: (summary?.state.testRunDurationMs ?? seconds.length * 1000) / 1000,
    histograms: samples.histograms(),
    seconds,
  };
}

function exited(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`k6 does not start: ${error.message}`)));
    child.once('close', (code) => resolve(code ?? 255));
  });
}

interface SamplePipe {
  readonly path: string;
  close(): Promise<void>;
}

/**
 * Opens a named pipe, so that samples take no room on the disk. Where there are no pipes, a file is read at the end.
 */
function openPipe(path: string, samples: K6Samples): SamplePipe {
  // What goes by that name on Windows, as with Git, makes none that other programs could open.
  if (process.platform === 'win32' || spawnSync('mkfifo', [path]).status !== 0) {
    return {
      path,
      async close() {
        if (existsSync(path)) samples.write(readFileSync(path, 'utf8'));
        rmSync(path, { force: true });
      },
    };
  }
  // Opened for reading and writing, the pipe neither waits for k6 to open it nor ends before k6 has written.
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const socket = new Socket({ fd: descriptor, readable: true, writable: false });
  let last = Date.now();
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    last = Date.now();
    samples.write(text);
  });
  return {
    path,
    async close() {
      // k6 has ended. What it wrote last is still in the pipe: wait until nothing more comes.
      while (Date.now() - last < 200) await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
      rmSync(path, { force: true });
    },
  };
}

function readSummary(path: string): Summary | null {
  try {
    const summary = JSON.parse(readFileSync(path, 'utf8')) as Summary;
    return typeof summary === 'object' && summary !== null && 'metrics' in summary ? summary : null;
  } catch {
    return null;
  }
}
