import { loadParts } from '../../lib/results/load-parts.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';

/** Requests of one operation that failed in one way. */
export interface LoadFailure {
  readonly operation: string;
  readonly kind: string;
  readonly total: number;
  /** Why one of them failed; empty where that is not known. */
  readonly example: string;
}

/** Failures by operation and kind, in the order of the table of operations. */
export function loadFailures(load: Pick<LoadResult, 'operations' | 'series'>): LoadFailure[] {
  return loadParts(load).flatMap(({ operations }) =>
    operations.flatMap(({ name, failures, failureExamples = {} }) =>
      Object.entries(failures).map(([kind, total]) => ({
        operation: name,
        kind,
        total,
        example: failureExamples[kind] ?? '',
      })),
    ),
  );
}
