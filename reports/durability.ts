import type { LoadResult } from '../lib/results/load-result.ts';
import { count } from './quantity.ts';

/**
 * What became of the acknowledged instances, in a sentence. A run that did not look for them says so: nothing lost
 * among nothing read back is no finding.
 */
export function durabilitySentence(load: LoadResult): string {
  const { acknowledged, verified, lostCount, changedCount, droppedIterations } = load;
  const looked =
    verified === undefined && lostCount + changedCount === 0
      ? 'not read back'
      : `${count(verified ?? lostCount + changedCount)} read back, ${count(lostCount)} lost, ${count(changedCount)} changed`;
  return `Acknowledged ${count(acknowledged)} instances, ${looked}; ${count(droppedIterations)} dropped iterations.`;
}

/** Whether the run can say anything about lost and changed instances. */
export function lookedForInstances({ verified, lostCount, changedCount }: LoadResult): boolean {
  return verified !== undefined || lostCount + changedCount > 0;
}
