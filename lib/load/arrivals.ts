import { SHAPES } from '../portable/shape-table.ts';
import type { Arrivals } from '../results/load-result.ts';
import { activeSeconds } from './active-seconds.ts';
import type { Measured } from './measured.ts';
import type { LoadSettings } from './script-environment.ts';

/** Iterations a second that a run asks for, averaged over its shape; null in the closed model. */
export function askedPerSecond({ rate, shape }: Pick<LoadSettings, 'rate' | 'shape'>): number | null {
  if (rate === undefined) return null;
  const course = SHAPES[shape]?.course ?? [[1, 1]];
  // A shape of one step at level 1 begins there, every other one begins at 0.
  let from = course.length === 1 && course[0]?.[1] === 1 ? 1 : 0;
  let mean = 0;
  for (const [part, level] of course) {
    mean += (part * (from + level)) / 2;
    from = level;
  }
  return rate * mean;
}

/**
 * The rate that a run of the open model was asked for and the one that it reached. `asked` is null where it is not known,
 * as for the share of one runner, and counts no more where the run ended before its time: then what the engine began or
 * dropped was asked for.
 */
export function arrivalsOf(measured: Measured, asked: number | null, plannedSeconds: number): Arrivals {
  const count = (metric: string): number => measured.metrics[metric]?.values.count ?? 0;
  const begun = count('iterations');
  const lasted = activeSeconds(measured, 'load');
  const endedEarly = lasted < plannedSeconds - EARLY_SECONDS;
  const seconds = Math.max(1, endedEarly ? lasted : plannedSeconds);
  return {
    askedPerSecond: asked === null || endedEarly ? (begun + count('dropped_iterations')) / seconds : asked,
    reachedPerSecond: begun / seconds,
    seconds,
  };
}

/** A threshold that ends a run leaves more than this undone. */
const EARLY_SECONDS = 2;
