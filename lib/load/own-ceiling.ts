import { Worker } from 'node:worker_threads';
import { SHAPES } from '../portable/shape-table.ts';
import { type Ceiling, measureCeiling } from './ceiling.ts';
import type { EngineSession } from './engine-session.ts';
import { interruptedEarly } from './interrupted.ts';
import type { EngineRun } from './measured.ts';
import type { LoadPlan } from './plan.ts';

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
export async function measureOwnCeiling(
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
