import { productOf, versionOf } from '../../lib/results/history.ts';
import type { Results } from '../../lib/results/results.ts';
import { visible } from '../visible-text.ts';

/** A short name for each run: its product version, or its day and time; the same version twice is told apart by day. */
export function runNames(runs: readonly Results[]): string[] {
  const versions = runs.map(versionOf);
  return runs.map(({ run }, index) => {
    const when = run.startedAt.slice(0, 16).replace('T', ' ');
    const version = versions[index] ?? null;
    if (version === null) return when;
    const isAlone = versions.filter((other) => other === version).length === 1;
    return isAlone ? visible(version, 40) : `${visible(version, 40)} (${when})`;
  });
}

/** Whether the runs are of more than one product or address: each then has a history of its own. */
export function areOfSeveralTargets(runs: readonly Results[]): boolean {
  return new Set(runs.map(productOf)).size > 1;
}
