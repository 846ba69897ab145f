import { type Dataset, smallestOf } from '../../fixtures/dataset.ts';
import { DATA_SETS } from '../../fixtures/sets/index.ts';
import type { Scenario } from './scenario.ts';

/** What is stored beside the data set of a run: how many instances, and how many bytes they have together. */
export interface Copies {
  readonly count: number;
  readonly bytes: number;
}

export const NO_COPIES: Copies = { count: 0, bytes: 0 };

/** What the scenarios store beside the data set: copies of its smallest instance, and the named data sets. */
export function copiesOf(scenarios: readonly Scenario[], dataset: Dataset, further = 0): Copies {
  const smallest = smallestOf(dataset).source.length;
  const stored = scenarios.map(({ copies = 0, data = [] }) => ({
    count: copies,
    bytes: copies > 0 && data.length > 0 ? bytesOf(data) : copies * smallest,
  }));
  return {
    count: stored.reduce((sum, { count }) => sum + count, further),
    bytes: stored.reduce((sum, { bytes }) => sum + bytes, further * smallest),
  };
}

function bytesOf(names: NonNullable<Scenario['data']>): number {
  return names
    .flatMap((name) => DATA_SETS[name].instances())
    .reduce((sum: number, { source }) => sum + source.length, 0);
}
