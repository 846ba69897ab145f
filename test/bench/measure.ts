import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuSeconds, memory } from './process-usage.ts';
import type { NullSink } from './sink/null-sink.ts';

/** What a generator did in the steady part of its run, seen from outside: the sink counts, the kernel meters. */
export interface Measurement {
  readonly requestsPerSecond: number;
  /** Microseconds of the generator's CPU time for each request. */
  readonly cpuPerRequest: number;
  readonly requestsPerCpuSecond: number;
  /** Cores that the generator and the sink kept busy. */
  readonly generatorCores: number;
  readonly sinkCores: number;
  /** MB (10^6 bytes). */
  readonly peakMemory: number;
}

/** Seconds that a generator runs on before it is measured, and for how long it is. */
const WARM_UP = 1;
const WINDOW = 1.5;
/** Seconds that a run lasts at least: starting, warming up, measuring, and some to spare. */
export const RUN_SECONDS = 3;

/**
 * Measures a generator that has just been started, and waits for its end.
 * @throws Error when no request arrives
 */
export async function measure(child: ChildProcess, sink: NullSink): Promise<Measurement> {
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const { pid } = child;
  if (pid === undefined) throw new Error('the generator did not start');
  const before = await sink.statistics();
  const startBy = performance.now() + 15_000;
  while ((await sink.statistics()).requests === before.requests) {
    if (performance.now() > startBy || child.exitCode !== null) throw new Error('the generator sent no request');
    await wait(50);
  }
  await wait(WARM_UP * 1000);
  const start = { cpu: cpuSeconds(pid), at: performance.now(), sink: await sink.statistics() };
  await wait(WINDOW * 1000);
  const end = { cpu: cpuSeconds(pid), at: performance.now(), sink: await sink.statistics() };
  const { peak } = memory(pid);
  await ended;

  const requests = end.sink.requests - start.sink.requests;
  const seconds = (end.at - start.at) / 1000;
  const cpu = end.cpu - start.cpu;
  return {
    requestsPerSecond: requests / seconds,
    cpuPerRequest: (cpu * 1e6) / requests,
    requestsPerCpuSecond: requests / cpu,
    generatorCores: cpu / seconds,
    sinkCores: (end.sink.cpuSeconds - start.sink.cpuSeconds) / seconds,
    peakMemory: peak,
  };
}
