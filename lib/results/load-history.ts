import { productOf } from './history.ts';
import { LOAD_SETTINGS } from './load-compare.ts';
import type { LoadResult } from './load-result.ts';
import type { Results } from './results.ts';

/** Runs of one load in the order of time: their figures can be set beside each other. */
export interface LoadHistory {
  /** The load of the first run, which those of the others are like. */
  readonly load: LoadResult;
  readonly runs: readonly Results[];
  readonly operations: readonly OperationHistory[];
  /** Acknowledged instances that were lost or changed; null where a run did not look for them. */
  readonly gone: readonly (number | null)[];
}

/** Figures of one operation, one value a run; null where the run tells nothing of the server. */
export interface OperationHistory {
  readonly name: string;
  readonly requestsPerSecond: readonly (number | null)[];
  /** Milliseconds. */
  readonly p50: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
  /** Share of the requests, 0 to 1. */
  readonly failed: readonly (number | null)[];
}

/** Groups load runs by product and by what was put on the server; other runs are passed over. Pure. */
export function loadHistories(unsorted: readonly Results[]): LoadHistory[] {
  const runs = unsorted.toSorted((left, right) => left.run.startedAt.localeCompare(right.run.startedAt));
  const groups = new Map<string, { load: LoadResult; results: Results }[]>();
  for (const results of runs) {
    const { load } = results;
    if (!load) continue;
    const key = keyOf(load, productOf(results));
    groups.set(key, [...(groups.get(key) ?? []), { load, results }]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const loads = group.map(({ load }) => load);
    const names = [...new Set(loads.flatMap(({ operations }) => operations.map(({ name }) => name)))].sort();
    return first
      ? {
          load: first.load,
          runs: group.map(({ results }) => results),
          operations: names.map((name) => operationHistory(name, loads)),
          gone: loads.map(goneIn),
        }
      : [];
  });
}

/** Two runs with one key are runs of the same load on the same product. */
function keyOf({ script, shape, model, engine, settings }: LoadResult, product: string): string {
  return JSON.stringify([
    product,
    script,
    shape,
    model,
    engine.name,
    ...LOAD_SETTINGS.map((name) => settings[name] ?? null),
  ]);
}

function operationHistory(name: string, loads: readonly LoadResult[]): OperationHistory {
  // At its limit, the generator was measured and not the server.
  const operations = loads.map(({ operations, generator }) =>
    generator.saturated ? undefined : operations.find((operation) => operation.name === name),
  );
  return {
    name,
    requestsPerSecond: operations.map((operation) => operation?.requestsPerSecond ?? null),
    p50: operations.map((operation) => operation?.latency?.p50 ?? null),
    p95: operations.map((operation) => operation?.latency?.p95 ?? null),
    failed: operations.map((operation) =>
      operation && operation.requests > 0 ? operation.failed / operation.requests : null,
    ),
  };
}

function goneIn({ verified, lostCount, changedCount }: LoadResult): number | null {
  return verified === undefined && lostCount + changedCount === 0 ? null : lostCount + changedCount;
}
