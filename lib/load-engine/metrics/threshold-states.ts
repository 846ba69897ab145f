import { OptionError } from '../options/fields.ts';
import { holds, type Threshold } from '../options/thresholds.ts';
import { type MetricRegistry, parseMetricKey } from './registry.ts';
import { createSink, type Sink } from './sinks.ts';

interface State {
  readonly threshold: Threshold;
  ok: boolean;
}

/** The thresholds of a run and whether each held when it was last judged. */
export class ThresholdStates {
  private readonly states = new Map<string, readonly State[]>();

  constructor(thresholds: ReadonlyMap<string, readonly Threshold[]>) {
    for (const [key, list] of thresholds) {
      this.states.set(
        key,
        list.map((threshold) => ({ threshold, ok: true })),
      );
    }
  }

  keys(): readonly string[] {
    return [...this.states.keys()];
  }

  /**
   * Judges all data so far while the run goes on; a metric without samples is left out.
   * @param elapsedMs of the test
   * @returns the threshold that ends the run, if one does
   */
  judgeRunning(sinkOf: (key: string) => Sink | undefined, elapsedMs: number): Threshold | null {
    let ending: Threshold | null = null;
    for (const [key, states] of this.states) {
      const sink = sinkOf(key);
      if (sink === undefined || sink.isEmpty) continue;
      for (const state of states) {
        this.judge(state, sink, elapsedMs);
        const { abortOnFail, delayAbortEval } = state.threshold;
        if (!state.ok && abortOnFail && elapsedMs > delayAbortEval) ending ??= state.threshold;
      }
    }
    return ending;
  }

  /**
   * Judges the whole run. A trend or counter without samples counts as 0; a rate or gauge without samples passes.
   * @returns the sources of those that failed, with their metric
   */
  judgeAll(sinkOf: (key: string) => Sink | undefined, elapsedMs: number): string[] {
    const failed: string[] = [];
    for (const [key, states] of this.states) {
      const sink = sinkOf(key);
      for (const state of states) {
        const passes = sink === undefined || (sink.isEmpty && (sink.type === 'rate' || sink.type === 'gauge'));
        if (passes) state.ok = true;
        else this.judge(state, sink, elapsedMs);
        if (!state.ok) failed.push(`${key}: ${state.threshold.source}`);
      }
    }
    return failed;
  }

  /** The verdicts on one metric in the shape of the summary; null when it has no thresholds. */
  verdicts(key: string): Record<string, { ok: boolean }> | null {
    const states = this.states.get(key);
    if (states === undefined || states.length === 0) return null;
    return Object.fromEntries(states.map(({ threshold, ok }) => [threshold.source, { ok }]));
  }

  private judge(state: State, sink: Sink, elapsedMs: number): void {
    const actual = sink.value(state.threshold.statistic, elapsedMs / 1000);
    state.ok = actual !== null && holds(state.threshold, actual);
  }
}

/**
 * Refuses thresholds that no data could ever meet.
 * @throws OptionError for a metric that does not exist, or a figure that it does not have
 */
export function checkThresholds(thresholds: ReadonlyMap<string, readonly Threshold[]>, registry: MetricRegistry): void {
  for (const [key, list] of thresholds) {
    const { name } = parseMetricKey(key);
    const metric = registry.metrics.get(name);
    if (metric === undefined) throw new OptionError(`thresholds: there is no metric '${name}'`);
    const sink = createSink(metric.definition.type);
    for (const { source, statistic } of list) {
      if (sink.value(statistic, 1) !== null) continue;
      throw new OptionError(`thresholds['${key}']: '${source}' does not fit a ${metric.definition.type}`);
    }
  }
}
