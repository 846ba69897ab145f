import { loadParts } from './load-parts.ts';
import type { LoadResult, OperationLoad } from './load-result.ts';
import { mergeBuckets } from './percentiles.ts';
import { type Interval, meanInterval, percentileInterval, ratioInterval, type Sample } from './statistics.ts';

/** `undecided`: the data do not tell a change from chance. */
export type LoadVerdict = 'better' | 'same' | 'worse' | 'undecided';

/** One quantity in two sets of runs. */
export interface LoadChange {
  /** `store throughput`, `store p95`, `dropped iterations`. */
  readonly metric: string;
  readonly unit: 'requests/s' | 'ms' | 'share' | 'count';
  readonly before: number | null;
  readonly after: number | null;
  /** After over before, less 1, with 95 % confidence; null where it was not worked out. */
  readonly change: Interval | null;
  /** Change that counts as none. */
  readonly margin: number;
  readonly verdict: LoadVerdict;
  /** Statistics and rule by which the verdict came about. */
  readonly rule: string;
}

/** Throughput within this share of the earlier one is the same. */
const THROUGHPUT_MARGIN = 0.05;
/** Latency within this share of the earlier one is the same. */
const LATENCY_MARGIN = 0.1;
/**
 * Where too few runs tell how much those of one server differ: throughput and the middle of latency are seldom half as much
 * again in a later run, its slowest requests are at times twice as slow.
 */
export const BETWEEN_RUNS_MARGIN = 0.5;
export const BETWEEN_TAILS_MARGIN = 1;
/** Share of failed requests within this of the earlier one is the same. */
const FAILURE_MARGIN = 0.001;
/** Requests that have to lie beyond a percentile for it to be compared. */
const BEYOND_PERCENTILE = 10;
const PERCENTILES = [50, 90, 95, 99] as const;
type Wanted = (typeof PERCENTILES)[number];
/** Percentiles beyond this one tell of the slowest requests. */
const MIDDLE = 90;
/** From so many runs a side on, what differs between runs can be told from what changed. */
export const SEVERAL_RUNS = 3;

/** What became of one operation: its throughput, its latency, its failures. */
export function operationChanges(
  name: string,
  left: readonly LoadResult[],
  right: readonly LoadResult[],
  model: LoadResult['model'],
): LoadChange[] {
  const [before, after] = [left, right].map((loads) =>
    loads.flatMap((load) => load.operations.filter((operation) => operation.name === name)),
  ) as [OperationLoad[], OperationLoad[]];
  if (after.length === 0) return [gone(name, before)];
  return [
    // In the open model the rate is what was asked for: a target that cannot keep it shows in dropped iterations.
    ...(model === 'closed' ? [throughput(name, [before, after], [sample(before, left), sample(after, right)])] : []),
    ...PERCENTILES.map((wanted) => latency(name, wanted, before, after)),
    failures(name, before, after),
  ];
}

function gone(name: string, before: readonly OperationLoad[]): LoadChange {
  const rule = 'there was not one request of this kind in the later runs';
  return {
    metric: `${name} throughput`,
    unit: 'requests/s',
    before: meanOf(before, ({ requestsPerSecond }) => requestsPerSecond),
    after: 0,
    change: null,
    margin: 0,
    verdict: 'worse',
    rule,
  };
}

/** Requests a second: of each run where there are several, else of each second of the one run. */
function sample(operations: readonly OperationLoad[], loads: readonly LoadResult[]): Sample {
  const [only] = loads;
  if (loads.length > 1 || !only)
    return { values: operations.map((operation) => operation.requestsPerSecond), of: 'runs' };
  const [operation] = operations;
  const series = loadParts(only).find((part) => part.operations.some((one) => one === operation))?.series ?? [];
  const total = series.reduce((sum, { requests }) => sum + requests, 0);
  const share = total === 0 ? 0 : (operation?.requests ?? 0) / total;
  const first = series.findIndex(({ requests }) => requests > 0);
  const last = series.findLastIndex(({ requests }) => requests > 0);
  // The first and the last second are cut.
  return { values: series.slice(first + 1, last).map(({ requests }) => requests * share), of: 'seconds' };
}

/** A figure of the runs as their reports have it: what is shown where too little was measured for an interval. */
function meanOf(
  operations: readonly OperationLoad[],
  figure: (operation: OperationLoad) => number | null | undefined,
): number | null {
  const values = operations.flatMap((operation) => figure(operation) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function throughput(
  name: string,
  [earlier, later]: readonly [readonly OperationLoad[], readonly OperationLoad[]],
  [before, after]: readonly [Sample, Sample],
): LoadChange {
  const rate = ({ requestsPerSecond }: OperationLoad): number => requestsPerSecond;
  const [left, right] = [meanInterval(before), meanInterval(after)];
  const areRuns = before.of === 'runs' && after.of === 'runs';
  const margins = { same: THROUGHPUT_MARGIN, clear: areRuns ? THROUGHPUT_MARGIN : BETWEEN_RUNS_MARGIN };
  const change = left && right ? ratioInterval(left, right) : null;
  return {
    metric: `${name} throughput`,
    unit: 'requests/s',
    before: left?.middle ?? meanOf(earlier, rate),
    after: right?.middle ?? meanOf(later, rate),
    change,
    margin: THROUGHPUT_MARGIN,
    verdict: change ? decide(change, margins, 'more is better') : 'undecided',
    rule: change
      ? `95 % confidence intervals of the mean over ${before.of}, ${marginText(margins)}`
      : `too few ${before.of} to compare`,
  };
}

function latency(
  name: string,
  wanted: Wanted,
  before: readonly OperationLoad[],
  after: readonly OperationLoad[],
): LoadChange {
  const { left, right, rule, margins } = latencyIntervals(wanted, before, after);
  const percentile = (operation: OperationLoad): number | undefined => operation.latency?.[`p${wanted}`];
  const change = left && right ? ratioInterval(left, right) : null;
  return {
    metric: `${name} p${wanted}`,
    unit: 'ms',
    before: left?.middle ?? meanOf(before, percentile),
    after: right?.middle ?? meanOf(after, percentile),
    change,
    margin: LATENCY_MARGIN,
    verdict: change ? decide(change, margins, 'less is better') : 'undecided',
    rule,
  };
}

/** From the percentiles of the runs where each side has several; else from the order statistics of all requests. */
function latencyIntervals(wanted: Wanted, before: readonly OperationLoad[], after: readonly OperationLoad[]) {
  const least = Math.ceil(BEYOND_PERCENTILE / (1 - wanted / 100));
  const counts = [...before, ...after].map((operation) => operation.latency?.count ?? 0);
  const [left, right] = [before, after].map((operations) =>
    percentileInterval(mergeBuckets(operations.map(({ histogram }) => histogram)), wanted, least),
  ) as [Interval | null, Interval | null];
  if (!left || !right) {
    const rule = `fewer than ${least} successes on one side: too few for this percentile`;
    return { left, right, rule, margins: { same: LATENCY_MARGIN, clear: LATENCY_MARGIN } };
  }
  const areRuns =
    before.length >= SEVERAL_RUNS && after.length >= SEVERAL_RUNS && counts.every((count) => count >= least);
  const alone = wanted > MIDDLE ? BETWEEN_TAILS_MARGIN : BETWEEN_RUNS_MARGIN;
  const margins = { same: LATENCY_MARGIN, clear: areRuns ? LATENCY_MARGIN : alone };
  const margin = marginText(margins);
  if (areRuns) {
    const ofRuns = (operations: readonly OperationLoad[]): Interval | null =>
      meanInterval({ values: operations.flatMap(({ latency }) => latency?.[`p${wanted}`] ?? []), of: 'runs' });
    const rule = `95 % confidence intervals of the mean over the percentiles of the runs, ${margin}`;
    return { left: ofRuns(before), right: ofRuns(after), rule, margins };
  }
  const rule = `95 % confidence intervals of the percentile from its order statistics, ${margin}`;
  return { left, right, rule, margins };
}

/** Shares of the earlier figure: up to `same` nothing changed, beyond `clear` it is better or worse. */
interface Margins {
  readonly same: number;
  readonly clear: number;
}

function marginText({ same, clear }: Margins): string {
  const alone =
    clear > same ? `; with fewer than ${SEVERAL_RUNS} runs a side a change counts beyond ${1 + clear} times` : '';
  return `margin ${same * 100} %${alone}`;
}

/** A margin counts alike both ways: half as much and twice as much are equally far from the same. */
function decide(
  change: Interval,
  { same, clear }: Margins,
  direction: 'more is better' | 'less is better',
): LoadVerdict {
  const below = (share: number): number => 1 / (1 + share) - 1;
  if (change.low > clear) return direction === 'more is better' ? 'better' : 'worse';
  if (change.high < below(clear)) return direction === 'more is better' ? 'worse' : 'better';
  return change.low >= below(same) && change.high <= same ? 'same' : 'undecided';
}

/** By the difference of two shares, its standard error and 95 % of confidence. */
function failures(name: string, before: readonly OperationLoad[], after: readonly OperationLoad[]): LoadChange {
  const share = (operations: readonly OperationLoad[]) => {
    const requests = operations.reduce((sum, operation) => sum + operation.requests, 0);
    const failed = operations.reduce((sum, operation) => sum + operation.failed, 0);
    return { share: requests === 0 ? 0 : failed / requests, requests };
  };
  const [left, right] = [share(before), share(after)];
  const variance = ({ share: p, requests }: typeof left) => (requests === 0 ? 0 : (p * (1 - p)) / requests);
  const error = 1.96 * Math.sqrt(variance(left) + variance(right));
  const difference = right.share - left.share;
  const verdict =
    difference - error > FAILURE_MARGIN ? 'worse' : difference + error < -FAILURE_MARGIN ? 'better' : 'same';
  return {
    metric: `${name} failed`,
    unit: 'share',
    before: left.share,
    after: right.share,
    change: null,
    margin: FAILURE_MARGIN,
    verdict,
    rule: `difference of two shares with 95 % confidence, margin ${FAILURE_MARGIN * 100} percent points`,
  };
}

/** What must not be there at all: any of it in a later run is worse, however much there was before. */
export function presence(
  metric: string,
  left: readonly LoadResult[],
  right: readonly LoadResult[],
  of: (load: LoadResult) => number,
): LoadChange[] {
  const total = (loads: readonly LoadResult[]): number => loads.reduce((sum, load) => sum + of(load), 0);
  const [before, after] = [total(left), total(right)];
  if (before === 0 && after === 0) return [];
  const verdict = after > 0 ? 'worse' : 'better';
  return [{ metric, unit: 'count', before, after, change: null, margin: 0, verdict, rule: 'none may be there' }];
}
