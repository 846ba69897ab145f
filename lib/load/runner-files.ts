import { createReadStream, readFileSync } from 'node:fs';
import type { Summary } from '../load-engine/metrics/summary-data.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { PlanRecord, TargetRecord } from '../results/results.ts';
import { loadResult, type RunFacts } from './build-load-result.ts';
import { checksOf } from './embedded.ts';
import { isTrend, K6Samples } from './k6-samples.ts';
import type { SecondMeasured } from './measured.ts';

/** What the bundle of a runner knows of its run, and writes into its summary. */
export interface RunnerFacts extends Pick<RunFacts, 'script' | 'shape' | 'model' | 'settings'> {
  readonly target: TargetRecord;
  readonly plan: PlanRecord;
}

interface RunnerResult {
  readonly facts: RunnerFacts;
  readonly load: LoadResult;
}

/**
 * Reads what a runner of a spread-out run left: `NAME.json`, its summary, and `NAME.csv`, its samples. Throws an Error
 * that says what is wrong with them.
 */
export async function readRunner(summaryPath: string): Promise<RunnerResult> {
  const summary = JSON.parse(readFileSync(summaryPath, 'utf8')) as Summary & { readonly harness?: RunnerFacts };
  const facts = summary.harness;
  if (facts === undefined || summary.metrics === undefined) {
    throw new Error(`${summaryPath} is no summary of a bundle that "load --kubernetes" made`);
  }
  const seconds: SecondMeasured[] = [];
  const samples = new K6Samples(isTrend, (second) => seconds.push(second));
  const csv = createReadStream(summaryPath.replace(/\.json$/, '.csv'), 'utf8');
  for await (const text of csv) samples.write(String(text));
  samples.end();
  const load = loadResult(
    {
      engine: { name: 'k6', version: '' },
      exitCode: 0,
      error: null,
      metrics: summary.metrics,
      checks: checksOf(summary.root_group),
      durationSeconds: summary.state.testRunDurationMs / 1000,
      histograms: samples.histograms(),
      seconds,
    },
    {
      ...facts,
      lost: [],
      changed: [],
      generator: { requestsPerSecond: 0, bytesPerSecond: 0, saturated: false, why: 'not measured on the runners' },
    },
  );
  return { facts, load };
}
