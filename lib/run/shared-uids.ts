import type { Dataset } from '../../fixtures/dataset.ts';
import type { Target } from '../target/target.ts';

/**
 * UIDs of a data set under which others may store on the target as well: all of them where it keeps its own, none where this run made them, or where the server is its own.
 */
export function sharedUidsOf(
  { study, series, instances }: Dataset,
  { embedded }: Target,
  freshUids: Readonly<Record<string, string>> | null,
): ReadonlySet<string> {
  if (embedded || freshUids !== null) return new Set();
  return new Set([study, ...series.map(({ uid }) => uid), ...instances.map(({ instance }) => instance)]);
}
