import { copyInstance } from '../../fixtures/copy-instance.ts';
import { type Dataset, smallestOf } from '../../fixtures/dataset.ts';
import type { Stored } from '../deletion/account.ts';

/** What a run stores of a data set, as deletions have to know it: a DELETE is tried on a copy of its smallest instance. */
export function storedOf(dataset: Dataset): Stored {
  return { instances: dataset.instances, copy: (beside) => copyInstance(smallestOf(dataset), beside) };
}
