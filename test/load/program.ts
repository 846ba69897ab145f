import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Results } from '../../lib/results/results.ts';

const work = mkdtempSync(join(tmpdir(), 'load-command-'));
after(() => rmSync(work, { recursive: true, force: true }));
let folders = 0;
/** A folder of its own, not made yet, gone after the tests. */
export const fresh = (): string => join(work, String(++folders));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly env?: NodeJS.ProcessEnv;
  /** Ctrl-C each time that the next of these was said. */
  readonly interruptOn?: readonly RegExp[];
}

export function load(args: readonly string[], options?: Circumstances): Promise<Outcome> {
  return run(['load', ...args], options);
}

/** Runs the bin without any k6 to be found. */
export function run(args: readonly string[], options: Circumstances = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['bin.js', ...args], {
    env: { ...process.env, PATH: '/usr/bin:/bin', K6_BIN: undefined, NO_COLOR: '1', ...options.env },
  });
  let stdout = '';
  let stderr = '';
  const interruptOn = [...(options.interruptOn ?? [])];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
    if (!interruptOn[0]?.test(stderr)) return;
    interruptOn.shift();
    child.kill('SIGINT');
  });
  return new Promise<Outcome>((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
}

export const resultsIn = (folder: string): Results =>
  JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;

/** The kind of each line of a run for machines; throws when a line is no JSON. */
/** What each of the JSON lines tells of. */
export const typesOf = (stdout: string): readonly string[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly type: string }).type);
