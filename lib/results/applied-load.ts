import type { LoadResult } from './load-result.ts';

/**
 * What an open model may lack before it counts as not applied: k6 takes whole numbers of iterations in ten seconds, for
 * each of up to three scenarios, and none of them need begin with an iteration.
 */
const TOLERANCE = { share: 0.05, iterations: 3, perSecond: 0.15 } as const;

/** Whether the open model began the operations that it was asked for; true in the closed model, which asks for no rate. */
export function wasApplied({ model, droppedIterations, arrivals }: LoadResult): boolean {
  if (model === 'closed') return true;
  if (droppedIterations > 0) return false;
  if (!arrivals) return true;
  const { askedPerSecond, reachedPerSecond, seconds } = arrivals;
  const least = askedPerSecond * (1 - TOLERANCE.share) - TOLERANCE.iterations / seconds - TOLERANCE.perSecond;
  return reachedPerSecond >= least;
}

/** Whether a run may pass although its load was not applied: `--allow-dropped`. */
export function allowsDropped({ settings }: LoadResult): boolean {
  return settings.allowDropped === true;
}
