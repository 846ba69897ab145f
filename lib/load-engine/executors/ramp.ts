import type { Stage } from '../options/scenarios.ts';

/** A span of time, in milliseconds after the start of the scenario. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * When the n-th virtual user of a ramp works. Going up it starts when the line reaches n; going down it stops when the
 * line reaches n - 1. A stage of no length is a jump.
 * @param n from 1
 */
export function activeSpans(n: number, startVUs: number, stages: readonly Stage[]): Span[] {
  const spans: Span[] = [];
  let since: number | null = n <= startVUs ? 0 : null;
  let level = startVUs;
  let at = 0;
  for (const { duration, target } of stages) {
    const slope = target === level ? 0 : duration / Math.abs(target - level);
    if (since === null && target >= n) since = at + slope * (n - level);
    else if (since !== null && target < n) {
      spans.push({ from: since, to: at + slope * (level - (n - 1)) });
      since = null;
    }
    level = target;
    at += duration;
  }
  if (since !== null) spans.push({ from: since, to: at });
  return spans.filter((span) => span.to > span.from);
}

/** When the events of a rate that changes in straight lines happen, in milliseconds after the start. */
export class RampedArrivals {
  private readonly segments: readonly {
    readonly at: number;
    readonly duration: number;
    readonly from: number;
    readonly to: number;
    /** Events before this stage. */
    readonly before: number;
  }[];

  /** Rates are events for each `timeUnit` of milliseconds. */
  constructor(startRate: number, timeUnit: number, stages: readonly Stage[]) {
    let at = 0;
    let before = 0;
    let from = startRate / timeUnit;
    this.segments = stages.map(({ duration, target }) => {
      const to = target / timeUnit;
      const segment = { at, duration, from, to, before };
      before += ((from + to) / 2) * duration;
      at += duration;
      from = to;
      return segment;
    });
  }

  /**
   * When event n happens: when the area under the line reaches n.
   * @param n from 1
   * @returns Infinity when the stages end before
   */
  timeOf(n: number): number {
    for (const { at, duration, from, to, before } of this.segments) {
      const missing = n - before;
      if (missing > ((from + to) / 2) * duration + 1e-9) continue;
      if (duration === 0) return at;
      const acceleration = (to - from) / duration;
      // Area is from*t + acceleration*t^2/2; this form of the root stays exact when the line is flat.
      const root = Math.sqrt(Math.max(0, from * from + 2 * acceleration * missing));
      return at + (from + root === 0 ? 0 : (2 * missing) / (from + root));
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Events in all stages together. */
  get total(): number {
    const last = this.segments.at(-1);
    return last === undefined ? 0 : Math.floor(last.before + ((last.from + last.to) / 2) * last.duration + 1e-9);
  }
}
