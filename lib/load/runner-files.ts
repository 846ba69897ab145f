import { createReadStream, readFileSync } from 'node:fs';
import type { Summary } from '../load-engine/metrics/summary-data.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { PlanRecord, TargetRecord } from '../results/results.ts';
import { arrivalsOf } from './arrivals.ts';
import { loadResult, type RunFacts } from './build-load-result.ts';
import { checksOf } from './embedded.ts';
import { isTrend, K6Samples } from './k6-samples.ts';
import type { Measured, SecondMeasured } from './measured.ts';
import { plannedSeconds } from './plan.ts';

/** What the run was: the bundle of a runner carries it, and writes it into its summary. */
export interface RunnerFacts extends Pick<RunFacts, 'script' | 'shape' | 'model' | 'settings'> {
  readonly target: TargetRecord;
  readonly plan: PlanRecord;
}

interface RunnerResult {
  readonly facts: RunnerFacts;
  readonly load: LoadResult;
}

/**
 * Reads the files that a runner of a cluster left: `NAME.json`, its summary, and `NAME.csv`, its samples. Throws an
 * Error that says what is wrong with them.
 */
export async function readRunner(summaryPath: string): Promise<RunnerResult> {
  const summary = JSON.parse(readFileSync(summaryPath, 'utf8')) as Summary & { readonly harness?: RunnerFacts };
  const facts = summary.harness;
  if (facts === undefined || summary.metrics === undefined) {
    throw new Error(`${summaryPath} is not the summary of a script that "load --kubernetes" wrote`);
  }
  const seconds: SecondMeasured[] = [];
  const samples = new K6Samples(isTrend, (second) => seconds.push(second));
  const csv = createReadStream(summaryPath.replace(/\.json$/, '.csv'), 'utf8');
  for await (const text of csv) samples.write(String(text));
  samples.end();
  const measured: Measured = {
    engine: { name: 'k6', version: '' },
    exitCode: 0,
    error: null,
    metrics: summary.metrics,
    checks: checksOf(summary.root_group),
    durationSeconds: summary.state.testRunDurationMs / 1000,
    histograms: samples.histograms(),
    seconds,
  };
  const { duration, rate } = facts.settings;
  const planned = plannedSeconds({ shape: facts.shape, ...(typeof duration === 'string' ? { duration } : {}) });
  const load = loadResult(measured, {
    ...facts,
    lost: [],
    changed: [],
    failures: [],
    generator: { requestsPerSecond: 0, bytesPerSecond: 0, saturated: false, why: 'not measured on the runners' },
    arrivals: rate === undefined ? null : arrivalsOf(measured, null, planned),
  });
  return { facts, load };
}
