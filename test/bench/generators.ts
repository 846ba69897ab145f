import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findTool } from '../support/tools.ts';

/** What one run of the benchmark does. */
export interface Cell {
  readonly name: 'post' | 'unique' | 'unread' | 'hashed';
  readonly title: string;
  readonly bytes: number;
  /** Times that the engine has to be as good as k6, in requests per CPU-second of the generator. */
  readonly bar: number;
}

export interface Generator {
  readonly name: string;
  /** Whether its figures go into a ratio; the others are shown beside it. */
  readonly isJudged: boolean;
  /** Starts the load of ten connections for some seconds; null when it cannot do this cell. */
  start(cell: Cell, sink: string, seconds: number): ChildProcess | null;
}

export const CONNECTIONS = 10;

/**
 * The generators on this machine: the engine, k6 in both forms of the script, and those that only send.
 * @param bundle of the script
 * @param folder for what they need as files
 */
export function findGenerators(bundle: string, folder: string): readonly Generator[] {
  const k6 = process.env.K6_BIN || findTool('k6');
  const wrk = findTool('wrk');
  return [
    {
      name: 'engine',
      isJudged: true,
      start: (cell, sink, seconds) => startEngine(bundle, environment(cell, sink, seconds)),
    },
    ...(k6 === null ? [] : [startsK6('k6', k6, bundle, 'plain'), startsK6('k6 await', k6, bundle, 'await')]),
    ...(wrk === null ? [] : [startsWrk(wrk, folder)]),
    startsAutocannon(folder),
  ];
}

/** Starts the engine in a process of its own. */
export function startEngine(
  bundle: string,
  env: Readonly<Record<string, string>>,
  overrides: Readonly<Record<string, unknown>> = {},
): ChildProcess {
  const entry = new URL('./engine-process.ts', import.meta.url).pathname;
  const script = ['--import', 'tsx', entry, bundle, JSON.stringify(env), JSON.stringify(overrides)];
  return spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] });
}

function environment(cell: Cell, sink: string, seconds: number): Record<string, string> {
  return { CELL: cell.name, BYTES: String(cell.bytes), SIZE: `${cell.bytes}B`, SINK: sink, FOR: `${seconds}s` };
}

function startsK6(name: string, path: string, bundle: string, form: string): Generator {
  return {
    name,
    isJudged: true,
    start(cell, sink, seconds) {
      const variables = Object.entries({ ...environment(cell, sink, seconds), FORM: form });
      const flags = variables.flatMap(([key, value]) => ['-e', `${key}=${value}`]);
      return spawn(path, ['run', '--quiet', ...flags, bundle], {
        stdio: ['ignore', 'ignore', 'ignore'],
        env: { ...process.env, K6_NO_USAGE_REPORT: 'true', K6_AUTO_EXTENSION_RESOLUTION: 'false' },
      });
    },
  };
}

function startsWrk(path: string, folder: string): Generator {
  return {
    name: 'wrk',
    isJudged: false,
    start(cell, sink, seconds) {
      if (cell.name === 'hashed' || cell.name === 'unique') return null;
      const common = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`];
      if (cell.name === 'unread') return quiet(path, [...common, `${sink}/bytes/${cell.bytes}`]);
      const script = join(folder, `post-${cell.bytes}.lua`);
      writeFileSync(script, `wrk.method = "POST"\nwrk.body = string.rep("A", ${cell.bytes})\n`);
      return quiet(path, [...common, '-s', script, `${sink}/studies`]);
    },
  };
}

function startsAutocannon(folder: string): Generator {
  const entry = createRequire(import.meta.url).resolve('autocannon/autocannon.js');
  return {
    name: 'autocannon',
    isJudged: false,
    start(cell, sink, seconds) {
      if (cell.name === 'hashed' || cell.name === 'unique') return null;
      const common = [entry, '-c', String(CONNECTIONS), '-d', String(seconds), '--no-progress'];
      if (cell.name === 'unread') return quiet(process.execPath, [...common, `${sink}/bytes/${cell.bytes}`]);
      const body = join(folder, `body-${cell.bytes}`);
      writeFileSync(body, Buffer.alloc(cell.bytes, 0x41));
      return quiet(process.execPath, [...common, '-m', 'POST', '-i', body, `${sink}/studies`]);
    },
  };
}

function quiet(path: string, flags: readonly string[]): ChildProcess {
  return spawn(path, flags, { stdio: 'ignore' });
}
