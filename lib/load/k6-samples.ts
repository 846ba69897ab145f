import { Histogram } from '../load-engine/metrics/histogram.ts';
import { isPointInTime } from './active-seconds.ts';
import { ALL_OPERATIONS, type Buckets, type SecondMeasured } from './measured.ts';

interface OpenSecond {
  readonly counts: Record<string, number>;
  readonly latency: Histogram;
  virtualUsers: number;
}

/** A second is closed this many seconds later: k6 collects samples from many virtual users, and some arrive late. */
const LATENESS = 3;

/** Those of k6's own metrics that no result needs. */
const IGNORED = /^(http_req_|iteration_duration|data_|vus_max|group_duration|checks)/;

/** Whether a metric of the scripts is a trend, and not a counter. */
export function isTrend(metric: string): boolean {
  return metric.endsWith('_duration') || metric.endsWith('_first_byte');
}

/**
 * Reads k6's CSV output while k6 writes it. Sums each counter second by second, and collects the distribution of each
 * trend; `isTrend` tells the two apart, because the output does not. Memory grows with the number of buckets and open
 * seconds, not with the number of samples.
 */
export class K6Samples {
  readonly #isTrend: (metric: string) => boolean;
  readonly #onSecond: (second: SecondMeasured) => void;
  readonly #histograms = new Map<string, Histogram>();
  readonly #open = new Map<number, OpenSecond>();
  #columns: { readonly metric: number; readonly time: number; readonly value: number } | undefined;
  #first: number | undefined;
  #closedUpTo = -1;
  #rest = '';

  constructor(isTrend: (metric: string) => boolean, onSecond: (second: SecondMeasured) => void) {
    this.#isTrend = isTrend;
    this.#onSecond = onSecond;
  }

  /** Takes the next piece of the output, which may end inside a line. */
  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  /** Takes the last line and closes every second. */
  end(): void {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
    this.#close(Number.POSITIVE_INFINITY);
  }

  histograms(): Readonly<Record<string, Buckets>> {
    return Object.fromEntries([...this.#histograms].map(([metric, histogram]) => [metric, histogram.bounds()]));
  }

  #line(line: string): void {
    // Metric, time and value come first and are never quoted. The tags that follow are not needed.
    const fields = line.split(',', 8);
    if (this.#columns === undefined) {
      this.#columns = {
        metric: fields.indexOf('metric_name'),
        time: fields.indexOf('timestamp'),
        value: fields.indexOf('metric_value'),
      };
      return;
    }
    const metric = fields[this.#columns.metric] ?? '';
    const time = Number(fields[this.#columns.time]);
    const value = Number(fields[this.#columns.value]);
    if (metric === '' || IGNORED.test(metric) || isPointInTime(metric) || !(time > 0) || !Number.isFinite(value))
      return;
    this.#sample(metric, time, value);
  }

  #sample(metric: string, time: number, value: number): void {
    this.#first ??= time;
    const number = Math.max(0, time - this.#first);
    const second = this.#second(Math.max(number, this.#closedUpTo + 1));
    if (metric === 'vus') second.virtualUsers = value;
    else if (this.#isTrend(metric)) {
      this.#histogram(metric).add(value);
      if (metric === ALL_OPERATIONS) second.latency.add(value);
    } else second.counts[metric] = (second.counts[metric] ?? 0) + value;
    this.#close(number - LATENESS);
  }

  #histogram(metric: string): Histogram {
    let histogram = this.#histograms.get(metric);
    if (histogram === undefined) {
      histogram = new Histogram();
      this.#histograms.set(metric, histogram);
    }
    return histogram;
  }

  #second(number: number): OpenSecond {
    let second = this.#open.get(number);
    if (second === undefined) {
      second = { counts: {}, latency: new Histogram(), virtualUsers: 0 };
      this.#open.set(number, second);
    }
    return second;
  }

  /** Passes on all seconds up to that one, including those without samples. */
  #close(upTo: number): void {
    const last = Math.min(upTo, Math.max(...this.#open.keys(), this.#closedUpTo));
    for (let number = this.#closedUpTo + 1; number <= last; number++) {
      const { counts, latency, virtualUsers } = this.#second(number);
      const [p50 = null, p95 = null] = latency.count > 0 ? latency.percentiles([50, 95]) : [];
      this.#open.delete(number);
      this.#closedUpTo = number;
      this.#onSecond({ second: number, counts, p50, p95, virtualUsers });
    }
  }
}
