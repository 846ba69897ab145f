import type { ProgressSecond, SecondValues } from '../api.ts';
import type { ThreadReport } from '../messages.ts';
import type { RunOptions } from '../options/run-options.ts';
import { CheckTally } from './checks.ts';
import { type MetricDefinition, MetricRegistry } from './registry.ts';
import { createSink, type Sink, type SinkData, TrendSink } from './sinks.ts';
import type { Summary, SummaryMetric } from './summary-data.ts';
import type { ThresholdStates } from './threshold-states.ts';

/** Everything measured in a run, from all threads. */
export class RunTotals {
  readonly registry = new MetricRegistry();
  readonly checks = new CheckTally();
  private readonly sinks = new Map<string, Sink>();

  /**
   * @param custom metrics of the script
   * @param submetrics keys of thresholds that need samples of their own
   */
  constructor(custom: readonly MetricDefinition[], submetrics: readonly string[]) {
    for (const definition of custom) this.registry.define(definition);
    for (const key of submetrics) this.registry.addSubmetric(key);
    for (const [key, sink] of this.registry.sinks()) this.sinks.set(key, sink);
  }

  sink(key: string): Sink | undefined {
    return this.sinks.get(key);
  }

  /** Adds what the threads measured outside of the run's seconds: setup, teardown, the rest at the end. */
  add(report: ThreadReport): void {
    for (const [key, data] of Object.entries(report.samples)) this.sinks.get(key)?.merge(data);
    this.checks.merge(report.checks);
  }

  /**
   * Adds one second, of all threads.
   * @param reports one of each thread
   * @param isWhole false for the rest at the end, which counts no virtual users
   */
  addSecond(second: number, reports: readonly ThreadReport[], isWhole: boolean): ProgressSecond {
    const sum = (of: (report: ThreadReport) => number) => reports.reduce((total, report) => total + of(report), 0);
    const active = sum((report) => report.virtualUsersActive);
    if (isWhole) {
      this.sinks.get('vus')?.add(active);
      this.sinks.get('vus_max')?.add(sum((report) => report.virtualUsersInitialized));
    }
    const merged = new Map<string, Sink>();
    for (const report of reports) {
      this.add(report);
      for (const [key, data] of Object.entries(report.samples)) {
        const sink = merged.get(key) ?? createSink(data.type);
        sink.merge(data);
        merged.set(key, sink);
      }
    }
    return {
      second,
      metrics: Object.fromEntries([...merged].map(([key, sink]) => [key, secondValues(sink)])),
      activeVirtualUsers: active,
      completedIterations: this.sinks.get('iterations')?.value('count', 1) ?? 0,
      progress: reports.length === 0 ? 1 : sum((report) => report.progress) / reports.length,
    };
  }

  /** The distribution of every trend that has samples. */
  histograms(): Record<string, [upper: number, count: number][]> {
    const found: Record<string, [upper: number, count: number][]> = {};
    for (const [key, sink] of this.sinks) {
      if (sink instanceof TrendSink && !sink.isEmpty) found[key] = sink.histogram.bounds();
    }
    return found;
  }

  /**
   * The data for handleSummary.
   * @param seconds of the whole test, from before setup to after teardown
   */
  summary(options: RunOptions, thresholds: ThresholdStates, seconds: number, setupData: unknown): Summary {
    const metrics: Record<string, SummaryMetric> = {};
    for (const [key, sink, metric] of this.registry.sinks()) {
      const judged = thresholds.verdicts(key);
      if (sink.isEmpty && judged === null) continue;
      metrics[key] = {
        type: metric.definition.type,
        contains: metric.definition.contains,
        values: sink.values(options.summaryTrendStats, seconds),
        ...(judged === null ? {} : { thresholds: judged }),
      };
    }
    return {
      root_group: this.checks.tree(),
      options: {
        summaryTrendStats: options.summaryTrendStats,
        summaryTimeUnit: options.summaryTimeUnit,
        noColor: true,
      },
      state: { isStdOutTTY: false, isStdErrTTY: false, testRunDurationMs: seconds * 1000 },
      metrics,
      ...(setupData === undefined ? {} : { setup_data: setupData }),
    };
  }
}

function secondValues(sink: Sink): SecondValues {
  const data: SinkData = sink.drain();
  switch (data.type) {
    case 'counter':
      return { type: 'counter', count: data.sum };
    case 'gauge':
      return { type: 'gauge', value: data.value };
    case 'rate':
      return { type: 'rate', passes: data.passes, fails: data.total - data.passes };
    case 'trend': {
      const { count, min, max, sum } = data;
      const trend = new TrendSink();
      trend.merge(data);
      const [p50 = 0, p95 = 0, p99 = 0] = trend.histogram.percentiles([50, 95, 99]);
      return { type: 'trend', count, min, avg: sum / count, max, p50, p95, p99 };
    }
  }
}
