import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadResult } from '../../lib/load/build-load-result.ts';
import { EngineSession } from '../../lib/load/engine-session.ts';
import { findK6, type K6 } from '../../lib/load/k6-binary.ts';
import type { Measured } from '../../lib/load/measured.ts';
import { writePool } from '../../lib/load/pool-files.ts';
import { EventCollector } from '../../lib/load/script-events.ts';
import type { AnyScript } from '../../lib/load/scripts.ts';
import type { AnswerBodies } from '../../lib/load-engine/api.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { type Departure, startUnhurriedServer } from './unhurried-server.ts';

/** The engines that there are on this machine: always the embedded one, and k6 where it is found. */
export const ENGINES: readonly (K6 | null)[] = await findK6(process.env).then((k6) => (k6 ? [null, k6] : [null]));

export const engineName = (k6: K6 | null): string => (k6 ? `k6 ${k6.version}` : 'the embedded engine');

export interface Played {
  readonly measured: Measured;
  readonly load: LoadResult;
  readonly events: EventCollector;
  readonly studies: readonly string[];
  readonly warnings: readonly string[];
  /** How far the run was at the end of each second, 0 to 1; null where the engine does not say. */
  readonly progress: readonly (number | null)[];
}

/** Runs a script with these settings to its end. */
export async function play(
  k6: K6 | null,
  script: AnyScript,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal = new AbortController().signal,
  bodies?: AnswerBodies,
): Promise<Played> {
  const session = new EngineSession(k6);
  const studies: string[] = [];
  const warnings: string[] = [];
  const progress: (number | null)[] = [];
  const events = new EventCollector((study) => studies.push(study));
  try {
    const measured = await session.run(script, 10, {
      environment: { EVENTS: 'yes', VISIBILITY: '0', WAIT: '0', ...environment },
      signal,
      ...(bodies ? { bodies } : {}),
      onSecond: (second) => progress.push(second.progress),
      onConsole: (line) => events.take(line),
      onWarning: (text) => warnings.push(text),
    });
    const load = loadResult(measured, {
      script,
      shape: 'smoke',
      model: 'closed',
      settings: {},
      lost: events.lost.map(({ sopInstanceUID }) => sopInstanceUID),
      changed: events.changed.map(({ sopInstanceUID }) => sopInstanceUID),
      failures: events.failures,
      generator: { requestsPerSecond: 0, bytesPerSecond: 0, saturated: false, why: '' },
      arrivals: null,
    });
    return { measured, load, events, studies, warnings, progress };
  } finally {
    session.close();
  }
}

/** A pool of small instances of every modality, in a folder that is gone when `use` is done. */
export async function withPool<T>(mix: string, size: number, use: (pool: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  try {
    return await use(await writePool({ folder, mix: parseMix(mix), size, seed: 1, names: 'any' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until a run has stored some instances, however long a busy machine takes to start it. */
export async function untilStored(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/instances?limit=10`);
    if (answer.status === 200 && ((await answer.json()) as unknown[]).length > 4) return;
    await sleep(100);
  }
  throw new Error('the run stored nothing within a minute');
}

/** Runs `use` against an unhurried reference server with these faults. */
export async function withServer<T>(faults: readonly Departure[], use: (url: string) => Promise<T>): Promise<T> {
  const server = await startUnhurriedServer(...faults);
  try {
    return await use(server.baseUrl);
  } finally {
    await server.close();
  }
}
