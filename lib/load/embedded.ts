import type { ProgressSecond } from '../load-engine/api.ts';
import type { SummaryGroup } from '../load-engine/metrics/summary-data.ts';
import { runScript } from '../load-engine/run-script.ts';
import { ALL_OPERATIONS, type EngineRun, type Measured, type SecondMeasured } from './measured.ts';

/** The statistics that a LoadResult needs, under k6's names. */
export const TREND_STATS: readonly string[] = ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)', 'count'];

/** Runs a bundle on the embedded engine. */
export async function runEmbedded(run: EngineRun): Promise<Measured> {
  const seconds: SecondMeasured[] = [];
  const result = await runScript({
    bundle: run.bundle,
    env: run.environment,
    overrides: { summaryTrendStats: TREND_STATS },
    signal: run.signal,
    ...(run.connection === undefined ? {} : { connection: run.connection }),
    ...(run.bodies === undefined ? {} : { bodies: run.bodies }),
    ...(run.authorization === undefined ? {} : { authorization: run.authorization }),
    onProgress(second) {
      const measured = secondOf(second);
      seconds.push(measured);
      run.onSecond({ ...measured, progress: second.progress });
    },
    onLog({ level, message }) {
      if (level === 'info') run.onConsole(message);
      else run.onWarning(message);
    },
  });
  const { summary } = result;
  return {
    engine: result.engine,
    exitCode: result.exitCode,
    error: result.error ?? null,
    metrics: summary?.metrics ?? {},
    checks: summary ? checksOf(summary.root_group) : [],
    durationSeconds: (summary?.state.testRunDurationMs ?? 0) / 1000,
    histograms: result.histograms,
    seconds,
  };
}

function secondOf({ second, metrics, activeVirtualUsers }: ProgressSecond): SecondMeasured {
  const counts: Record<string, number> = {};
  for (const [name, values] of Object.entries(metrics)) {
    if (values.type === 'counter') counts[name] = values.count;
  }
  const latency = metrics[ALL_OPERATIONS];
  return {
    second,
    counts,
    p50: latency?.type === 'trend' ? latency.p50 : null,
    p95: latency?.type === 'trend' ? latency.p95 : null,
    virtualUsers: activeVirtualUsers,
  };
}

/** The checks of a group and of all groups inside it. */
export function checksOf(group: SummaryGroup): Measured['checks'] {
  return [
    ...group.checks.map(({ name, passes, fails }) => ({ name, passes, fails })),
    ...group.groups.flatMap(checksOf),
  ];
}
