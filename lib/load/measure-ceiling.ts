import { Worker } from 'node:worker_threads';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { SHAPES } from '../portable/shape-table.ts';
import type { EngineSession } from './engine-session.ts';
import { interruptedEarly } from './interrupted.ts';
import type { EngineRun, Measured } from './measured.ts';
import { type LoadPlan, plannedSeconds } from './plan.ts';
import type { ScriptName } from './scripts.ts';

/** The most that the generator can do, measured against a server that does nothing. */
export interface Ceiling {
  /** Requests whose bodies are almost empty. */
  readonly requestsPerSecond: number;
  /** Bytes in requests that carry instances; 0 for a script that carries none. */
  readonly bytesPerSecond: number;
  /** The requests that carried those bytes. Each has a cost of its own, which is not a cost of its bytes. */
  readonly carryingRequestsPerSecond: number;
}

type Direction = 'send' | 'receive';

/** Whether a script sends instances, receives them, or both. */
const DIRECTIONS: Readonly<Record<ScriptName, readonly Direction[]>> = {
  stow: ['send'],
  durability: ['send', 'receive'],
  wado: ['receive'],
  mixed: ['send', 'receive'],
  qido: [],
  delete: [],
};

/** Most virtual users while the ceiling is measured: with more, the generator does not do more. */
const MOST_USERS = 32;
/**
 * Longest that a measurement takes, in seconds; the first of three counts for nothing. Before a shorter run it takes as
 * long as the run, which warms up as long then.
 */
const LONGEST_SECONDS = 3;
const NO_CREDENTIALS = { DICOMWEB_TOKEN: '', DICOMWEB_USER: '', DICOMWEB_PASSWORD: '', DICOMWEB_HEADERS: '' };

/**
 * Measures the most that the generator of a run can do: the same engine, in the environment of its script, sends to a
 * server on this machine that does nothing (the null sink). The sink gets no credentials.
 *
 * @throws CommandError when the run is interrupted while this measures, or when the generator completes no request.
 */
export async function measureGeneratorCeiling(
  { script, settings }: LoadPlan,
  session: EngineSession,
  run: Pick<EngineRun, 'environment' | 'signal' | 'onWarning'>,
): Promise<Ceiling> {
  const sink = await sinkInThread();
  const users = Math.min(settings.virtualUsers ?? SHAPES[settings.shape]?.virtualUsers ?? 1, MOST_USERS);
  const { RATE: _, THRESHOLDS: __, LEDGER: ___, EVENTS: ____, STUDIES: _____, ...base } = run.environment;
  const seconds = Math.min(Math.ceil(plannedSeconds(settings)), LONGEST_SECONDS);
  const environment = { ...base, ...rootsAt(sink.url), ...NO_CREDENTIALS, SHAPE: 'smoke', VUS: String(users) };
  try {
    return await measureCeiling(script, async (more) => {
      const measured = await session.run('ceiling', seconds, {
        ...run,
        environment: { ...environment, DURATION: `${seconds}s`, ...more },
        onSecond: () => undefined,
        onConsole: () => undefined,
      });
      if (run.signal.aborted) throw interruptedEarly();
      return measured;
    });
  } finally {
    sink.close();
  }
}

/**
 * Measures the ceiling. `run` runs the ceiling script once, for a few seconds, with the given variables added to its
 * environment.
 *
 * @throws CommandError when the generator completes no request.
 */
export async function measureCeiling(
  script: ScriptName,
  run: (environment: Readonly<Record<string, string>>) => Promise<Measured>,
): Promise<Ceiling> {
  const requestsPerSecond = rate(await run({ CEILING: 'small' }), 'ceiling_requests');
  let slowest = { bytesPerSecond: 0, carryingRequestsPerSecond: 0 };
  for (const direction of DIRECTIONS[script]) {
    const measured = await run({ CEILING: direction });
    const bytesPerSecond = rate(measured, 'ceiling_bytes');
    if (slowest.bytesPerSecond > 0 && slowest.bytesPerSecond <= bytesPerSecond) continue;
    slowest = { bytesPerSecond, carryingRequestsPerSecond: rate(measured, 'ceiling_requests') };
  }
  return { requestsPerSecond, ...slowest };
}

/**
 * The mean of a counter per second. The first second (the generator warms up) and the last (it may be cut short) are
 * left out, unless nothing was counted between them: then all seconds count.
 */
function rate({ seconds, error }: Measured, metric: string): number {
  const total = (some: Measured['seconds']): number => some.reduce((sum, { counts }) => sum + (counts[metric] ?? 0), 0);
  const steady = seconds.slice(1, -1);
  const counted = total(steady) > 0 ? steady : seconds;
  if (total(counted) === 0) {
    const why = `the generator completed no request against a server that does nothing: ${error ?? 'no reason is known'}`;
    throw new CommandError(why, EXIT_CODES.harnessError, 'choose a smaller --size, or fewer --vus');
  }
  return total(counted) / counted.length;
}

function rootsAt(url: string): Readonly<Record<string, string>> {
  return { TARGET: url, STORE_ROOT: url, RETRIEVE_ROOT: url, SEARCH_ROOT: url, DELETE_ROOT: url };
}

/** Starts a null sink in a thread of its own. */
async function sinkInThread(): Promise<{ readonly url: string; close(): void }> {
  const worker = startWorker();
  const url = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  return { url, close: () => worker.postMessage('close') };
}

/** Run from TypeScript sources, the thread needs the same loader as this one. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./null-sink.js', import.meta.url));
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./null-sink.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(start, { eval: true, execArgv: [] });
}
