import { Histogram, type HistogramData } from './histogram.ts';

export type MetricType = 'counter' | 'gauge' | 'rate' | 'trend';
export type MetricContents = 'default' | 'time' | 'data';

/** Samples of one metric or submetric since the last report of a thread. */
export type SinkData =
  | { readonly type: 'counter'; readonly sum: number }
  | { readonly type: 'gauge'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly type: 'rate'; readonly passes: number; readonly total: number }
  | ({ readonly type: 'trend' } & HistogramData);

/** Takes the samples of one metric or submetric. */
export interface Sink {
  readonly type: MetricType;
  readonly isEmpty: boolean;
  add(value: number): void;
  /** @param data of a sink of the same type */
  merge(data: SinkData): void;
  /** What came since the last call; the sink is empty afterwards. */
  drain(): SinkData;
  /**
   * The figures by k6's names. A trend gives those asked for in `stats`.
   * @param seconds of the test so far, for the rate of a counter
   */
  values(stats: readonly string[], seconds: number): Record<string, number>;
  /** One figure by its name in a threshold (`p(95)`, `rate`), or null for one that this type does not have. */
  value(name: string, seconds: number): number | null;
}

export function createSink(type: MetricType): Sink {
  switch (type) {
    case 'counter':
      return new CounterSink();
    case 'gauge':
      return new GaugeSink();
    case 'rate':
      return new RateSink();
    case 'trend':
      return new TrendSink();
  }
}

/** The number in `p(99.9)`, or null. */
export function percentileOf(name: string): number | null {
  const digits = /^p\(\s*(\d+(?:\.\d+)?)\s*\)$/.exec(name)?.[1];
  const percentile = Number(digits);
  return digits !== undefined && percentile <= 100 ? percentile : null;
}

class CounterSink implements Sink {
  readonly type = 'counter';
  isEmpty = true;
  private sum = 0;

  add(value: number): void {
    this.isEmpty = false;
    this.sum += value;
  }

  merge(data: SinkData): void {
    if (data.type === 'counter') this.add(data.sum);
  }

  drain(): SinkData {
    const data: SinkData = { type: 'counter', sum: this.sum };
    this.sum = 0;
    this.isEmpty = true;
    return data;
  }

  values(_stats: readonly string[], seconds: number): Record<string, number> {
    return { count: this.sum, rate: seconds > 0 ? this.sum / seconds : 0 };
  }

  value(name: string, seconds: number): number | null {
    return this.values([], seconds)[name] ?? null;
  }
}

class GaugeSink implements Sink {
  readonly type = 'gauge';
  isEmpty = true;
  private last = 0;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;

  add(value: number): void {
    this.isEmpty = false;
    this.last = value;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  merge(data: SinkData): void {
    if (data.type !== 'gauge') return;
    this.add(data.min);
    this.add(data.max);
    this.last = data.value;
  }

  drain(): SinkData {
    const data: SinkData = { type: 'gauge', value: this.last, min: this.min, max: this.max };
    this.isEmpty = true;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    return data;
  }

  values(): Record<string, number> {
    return this.isEmpty ? { value: 0, min: 0, max: 0 } : { value: this.last, min: this.min, max: this.max };
  }

  value(name: string): number | null {
    return name === 'value' ? this.last : null;
  }
}

class RateSink implements Sink {
  readonly type = 'rate';
  private passes = 0;
  private total = 0;

  get isEmpty(): boolean {
    return this.total === 0;
  }

  add(value: number): void {
    this.total++;
    if (value !== 0) this.passes++;
  }

  merge(data: SinkData): void {
    if (data.type !== 'rate') return;
    this.passes += data.passes;
    this.total += data.total;
  }

  drain(): SinkData {
    const data: SinkData = { type: 'rate', passes: this.passes, total: this.total };
    this.passes = 0;
    this.total = 0;
    return data;
  }

  values(): Record<string, number> {
    const rate = this.total === 0 ? 0 : this.passes / this.total;
    return { rate, passes: this.passes, fails: this.total - this.passes };
  }

  value(name: string): number | null {
    return name === 'rate' ? (this.values().rate ?? null) : null;
  }
}

/** The distribution of a trend's values. */
export class TrendSink implements Sink {
  readonly type = 'trend';
  readonly histogram = new Histogram();

  get isEmpty(): boolean {
    return this.histogram.count === 0;
  }

  add(value: number): void {
    this.histogram.add(value);
  }

  merge(data: SinkData): void {
    if (data.type === 'trend') this.histogram.merge(data);
  }

  drain(): SinkData {
    return { type: 'trend', ...this.histogram.drain() };
  }

  values(stats: readonly string[]): Record<string, number> {
    const { histogram } = this;
    const [med = 0, ...percentiles] = histogram.percentiles([50, ...stats.map((stat) => percentileOf(stat) ?? 0)]);
    const empty = histogram.count === 0;
    const plain: Record<string, number> = {
      avg: empty ? 0 : histogram.sum / histogram.count,
      min: empty ? 0 : histogram.min,
      max: empty ? 0 : histogram.max,
      med,
      count: histogram.count,
    };
    return Object.fromEntries(stats.map((stat, i) => [stat, plain[stat] ?? percentiles[i] ?? 0]));
  }

  value(name: string): number | null {
    if (!['avg', 'min', 'max', 'med'].includes(name) && percentileOf(name) === null) return null;
    return this.values([name])[name] ?? null;
  }
}
