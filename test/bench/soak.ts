import { setTimeout as wait } from 'node:timers/promises';
import { bundleScript } from '../../lib/load/bundle.ts';
import { CONNECTIONS, startEngine } from './generators.ts';
import { memory } from './process-usage.ts';
import type { NullSink } from './sink/null-sink.ts';

/** How the engine's memory behaved while it stored. */
export interface SoakResult {
  readonly instances: number;
  readonly seconds: number;
  /** MB (10^6 bytes) at a tenth, a half and the end of the instances, and the most. */
  readonly memory: { readonly tenth: number; readonly half: number; readonly end: number; readonly peak: number };
  readonly reached: boolean;
}

const INSTANCES = 1_000_000;
/** MB that the engine may use at most. */
const MEMORY_BAR = 300;

/**
 * Stores a million unique instances of 4 KiB with `load/stow.ts`, each acknowledged by the sink.
 * @throws Error when the engine ends before it has
 */
export async function soak(sink: NullSink, folder: string, tell: (text: string) => void): Promise<SoakResult> {
  const bundle = await bundleScript('stow', folder, null);
  const startedAt = performance.now();
  const env = { TARGET: sink.url, SIZE: '4KiB' };
  const scenarios = {
    soak: { executor: 'shared-iterations', vus: CONNECTIONS, iterations: INSTANCES, maxDuration: '10m' },
  };
  const child = startEngine(bundle, env, { scenarios, summaryTrendStats: ['p(95)'] });
  let output = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const samples: { readonly instances: number; readonly now: number }[] = [];
  let peak = 0;
  while (child.exitCode === null) {
    const { instances } = await sink.statistics();
    try {
      const { now, peak: most } = memory(child.pid ?? 0);
      samples.push({ instances, now });
      peak = Math.max(peak, most);
    } catch {
      // It has just ended.
    }
    if (samples.length % 10 === 0) tell(`${instances} instances, ${Math.round(samples.at(-1)?.now ?? 0)} MB`);
    await wait(500);
  }
  await ended;
  const acknowledged = acknowledgedIn(output);
  const at = (share: number) => samples.find(({ instances }) => instances >= share * INSTANCES)?.now ?? 0;
  return {
    instances: acknowledged,
    seconds: (performance.now() - startedAt) / 1000,
    memory: { tenth: at(0.1), half: at(0.5), end: samples.at(-1)?.now ?? 0, peak },
    reached: acknowledged === INSTANCES && peak < MEMORY_BAR,
  };
}

function acknowledgedIn(output: string): number {
  const { metrics } = JSON.parse(output) as { metrics: Record<string, { values: Record<string, number> } | undefined> };
  return metrics.instances_acknowledged?.values.count ?? 0;
}
