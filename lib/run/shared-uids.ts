import type { Dataset } from '../../fixtures/dataset.ts';
import type { Target } from '../target/target.ts';

/**
 * SOP Instance UIDs of a data set under which others may store on the target as well: all of them where it keeps its
 * own UIDs, none where this run made them, or where the server is its own.
 */
export function sharedUidsOf(
  { instances }: Dataset,
  { embedded }: Target,
  freshUids: Readonly<Record<string, string>> | null,
): ReadonlySet<string> {
  return new Set(embedded || freshUids !== null ? [] : instances.map(({ instance }) => instance));
}
