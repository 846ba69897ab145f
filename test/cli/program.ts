import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { readAll } from '../../lib/bytes/byte-source.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** Resolves when it has printed a line on standard error that matches. */
  says(pattern: RegExp): Promise<void>;
  readonly ended: Promise<Ended>;
}

export interface Surroundings {
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another Node than the one that runs this process. */
  readonly node?: string;
  /** Another copy of the program than the checkout's. */
  readonly bin?: string;
}

/** Longest that any run of the program may take, in milliseconds; on a busy machine a run takes many times its usual. */
export const LONGEST_MS = 180_000;

const BIN = join(PACKAGE_FOLDER, 'bin.js');

/** Starts the real program with an argument array, in a process group of its own as a terminal would. */
export function start(args: readonly string[], surroundings: Surroundings = {}): Program {
  const { env = {}, cwd = PACKAGE_FOLDER, node = process.execPath, bin = BIN } = surroundings;
  const child = spawn(node, [bin, ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = (): void => killGroup(child.pid);
  const killer = setTimeout(kill, LONGEST_MS);
  process.once('exit', kill);
  let stdout = '';
  let stderr = '';
  const waiting = new Map<RegExp, () => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
    for (const [pattern, resolve] of waiting) if (pattern.test(stderr)) resolve();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(killer);
      process.off('exit', kill);
      resolve({ code, signal, stdout, stderr });
    });
  });
  return {
    child,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        if (pattern.test(stderr)) resolve();
        else waiting.set(pattern, resolve);
        ended.then(() => reject(new Error(`ended before it said ${pattern}:\n${stderr}`)), reject);
      }),
    ended,
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs the program to its end. */
export function harness(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return start(args, surroundings).ended;
}

/** This process's environment without what would change what the program does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, NO_COLOR: ___, FORCE_COLOR: ____, ...environment } = process.env;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('DICOMWEB_')));
}

/** A folder that is gone after the test. */
export function temporaryFolder(t: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'harness-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let smallFiles: readonly (readonly [name: string, bytes: Uint8Array])[] | undefined;

/** The tutorial's study with pictures of a few kilobytes, as files in a folder: a run with it is short. */
export function smallStudy(folder: string): string {
  smallFiles ??= tutorialDataset({ rows: 33, columns: 35 }).instances.map(({ name, source }) => [
    name,
    readAll(source),
  ]);
  for (const [name, bytes] of smallFiles) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** Command lines of a process and of all that it started, as any user can see them; empty off Linux. */
export function commandLinesOf(pid: number | undefined): string[] {
  if (process.platform !== 'linux' || pid === undefined) return [];
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), ...children.flatMap(commandLinesOf)];
  } catch {
    // It has ended.
    return [];
  }
}
