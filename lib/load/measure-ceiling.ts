import { Worker } from 'node:worker_threads';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { SHAPES } from '../portable/shape-table.ts';
import type { EngineSession } from './engine-session.ts';
import { interruptedEarly } from './interrupted.ts';
import type { EngineRun, Measured } from './measured.ts';
import type { LoadPlan } from './plan.ts';
import type { ScriptName } from './scripts.ts';

/** What the generator can do at most. */
export interface Ceiling {
  /** Of requests with hardly a byte. */
  readonly requestsPerSecond: number;
  /** Bytes that requests of the usual size carry; 0 where none were measured. */
  readonly bytesPerSecond: number;
  /** The requests that carried them: what these cost is no cost of the bytes. */
  readonly carryingRequestsPerSecond: number;
}

type Direction = 'send' | 'receive';

/** Which way the bytes of a script go. */
const DIRECTIONS: Readonly<Record<ScriptName, readonly Direction[]>> = {
  stow: ['send'],
  durability: ['send', 'receive'],
  wado: ['receive'],
  mixed: ['send', 'receive'],
  qido: [],
  delete: [],
};

/** Virtual users of the generator's ceiling: more do not make it higher. */
const MOST_USERS = 32;
const SECONDS = 3;
const NO_CREDENTIALS = { DICOMWEB_TOKEN: '', DICOMWEB_USER: '', DICOMWEB_PASSWORD: '', DICOMWEB_HEADERS: '' };

/**
 * Measures what the generator of a run can do at most: the same engine, in the environment of its script, against a
 * null sink on this machine. Without credentials: they are not the sink's business.
 *
 * @throws CommandError when the run is interrupted meanwhile.
 */
export async function measureGeneratorCeiling(
  { script, settings }: LoadPlan,
  session: EngineSession,
  run: Pick<EngineRun, 'environment' | 'signal' | 'onWarning'>,
): Promise<Ceiling> {
  const sink = await sinkInThread();
  const users = Math.min(settings.virtualUsers ?? SHAPES[settings.shape]?.virtualUsers ?? 1, MOST_USERS);
  const { RATE: _, THRESHOLDS: __, LEDGER: ___, EVENTS: ____, ...base } = run.environment;
  const environment = { ...base, ...rootsAt(sink.url), ...NO_CREDENTIALS, SHAPE: 'smoke', VUS: String(users) };
  try {
    return await measureCeiling(script, async (more) => {
      const measured = await session.run('ceiling', SECONDS, {
        ...run,
        environment: { ...environment, DURATION: `${SECONDS}s`, ...more },
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
 * Measures the ceiling. `run` runs the ceiling script with some more of its environment, for about a second each.
 *
 * @throws CommandError when the generator gets nothing done.
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
 * Per second, over the whole seconds but the first, in which the generator warms up; over all when there are few, or when
 * requests take so long that none ends within.
 */
function rate({ seconds, error }: Measured, metric: string): number {
  const total = (some: Measured['seconds']): number => some.reduce((sum, { counts }) => sum + (counts[metric] ?? 0), 0);
  const steady = seconds.slice(1, -1);
  const counted = total(steady) > 0 ? steady : seconds;
  if (total(counted) === 0) {
    const why = `the generator got nothing done against a null sink: ${error ?? 'no request'}`;
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

/** As long as this runs from its TypeScript sources, the thread needs the loader that this one has. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./null-sink.js', import.meta.url));
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./null-sink.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(start, { eval: true, execArgv: [] });
}
