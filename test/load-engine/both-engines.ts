import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EngineResult, LogEntry, OptionOverrides, ProgressSecond, ScriptRun } from '../../lib/load-engine/api.ts';
import type { Summary } from '../../lib/load-engine/metrics/summary-data.ts';
import { runScript } from '../../lib/load-engine/run-script.ts';
import { findTool } from '../support/tools.ts';

/** What a script's run came to, on either engine. */
export interface Run {
  readonly engine: 'embedded' | 'k6';
  readonly exitCode: number;
  /** Null when the engine made none. */
  readonly summary: Summary | null;
  /** Everything on the console, the engine's own messages too. */
  readonly log: string;
}

export interface Case {
  /** CommonJS; `URL` in its environment is the target. */
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For the embedded engine, with the same as k6's flags. */
  readonly overrides?: OptionOverrides;
  readonly flags?: readonly string[];
  /** Interrupts the run after so many milliseconds, as Ctrl-C does. */
  readonly interruptAfter?: number;
}

export type EmbeddedRun = Run & {
  readonly result: EngineResult;
  readonly seconds: readonly ProgressSecond[];
};

const k6 = process.env.K6_BIN || findTool('k6');

/**
 * Declares the same test for the embedded engine and, where k6 is found, for k6: the same script has to come to the
 * same. A claim that only holds for one engine does not belong here.
 */
export function onBoth(title: string, make: () => Case, judge: (run: Run) => void): void {
  test(`${title} [embedded]`, async () => judge(await runEmbedded(make())));
  test(`${title} [k6]`, { skip: k6 === null ? 'no k6 on PATH or in K6_BIN' : false }, async () => {
    assert.ok(k6 !== null);
    judge(await runK6(k6, make()));
  });
}

/** Runs a script on the embedded engine. */
export function runEmbedded(one: Case, more: Partial<ScriptRun> = {}): Promise<EmbeddedRun> {
  return withScript(one.script, async (bundle) => {
    const log: LogEntry[] = [];
    const seconds: ProgressSecond[] = [];
    const controller = new AbortController();
    const timer =
      one.interruptAfter === undefined ? undefined : setTimeout(() => controller.abort(), one.interruptAfter);
    const result = await runScript({
      bundle,
      env: one.env ?? {},
      overrides: one.overrides ?? {},
      onLog: (entry) => log.push(entry),
      onProgress: (second) => seconds.push(second),
      signal: controller.signal,
      ...more,
    });
    clearTimeout(timer);
    const text = [...log.map((entry) => entry.message), result.error ?? ''].join('\n');
    return { engine: 'embedded', exitCode: result.exitCode, summary: result.summary, log: text, result, seconds };
  });
}

function runK6(path: string, one: Case): Promise<Run> {
  const script = `${one.script}
    const functions = Object.values(exports).filter((value) => typeof value === 'function');
    if (functions.length > 0 && !exports.handleSummary) exports.handleSummary = (data) => ({ [__ENV.SUMMARY_TO]: JSON.stringify(data) });`;
  return withScript(script, async (bundle) => {
    const summaryTo = `${bundle}.summary.json`;
    const variables = Object.entries({ ...one.env, SUMMARY_TO: summaryTo }).flatMap(([name, value]) => [
      '-e',
      `${name}=${value}`,
    ]);
    const child = spawn(path, ['run', '--quiet', '--no-color', ...variables, ...(one.flags ?? []), bundle], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        K6_NO_USAGE_REPORT: 'true',
        K6_AUTO_EXTENSION_RESOLUTION: 'false',
        ...Object.fromEntries(Object.entries(one.env ?? {}).filter(([name]) => name.startsWith('K6_'))),
      },
    });
    let log = '';
    child.stdout.on('data', (text) => {
      log += text;
    });
    child.stderr.on('data', (text) => {
      log += text;
    });
    const timer =
      one.interruptAfter === undefined ? undefined : setTimeout(() => child.kill('SIGINT'), one.interruptAfter);
    const exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
    clearTimeout(timer);
    const summary = await readFile(summaryTo, 'utf8').then(
      (text) => JSON.parse(text) as Summary,
      () => null,
    );
    return { engine: 'k6', exitCode, summary, log };
  });
}

async function withScript<Value>(script: string, use: (bundle: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'load-engine-'));
  try {
    const bundle = join(folder, 'script.js');
    await writeFile(bundle, script);
    return await use(bundle);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One figure of the summary; fails when it is not there. */
export function figure(run: Run, metric: string, name: string): number {
  const value = run.summary?.metrics[metric]?.values[name];
  assert.ok(value !== undefined, `${run.engine}: ${metric} has no ${name}; ${run.log}`);
  return value;
}

/** Passes and fails of every check, by its path. */
export function checks(run: Run): Record<string, [passes: number, fails: number]> {
  const found: Record<string, [number, number]> = {};
  const visit = (group: Summary['root_group']) => {
    for (const check of group.checks) found[check.path] = [check.passes, check.fails];
    for (const inner of group.groups) visit(inner);
  };
  if (run.summary !== null) visit(run.summary.root_group);
  return found;
}
