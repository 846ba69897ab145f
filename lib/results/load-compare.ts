import { EXIT_CODES } from '../errors/exit-codes.ts';
import { type LoadChange, type LoadVerdict, operationChanges, presence, SEVERAL_RUNS } from './load-changes.ts';
import type { LoadResult } from './load-result.ts';
import type { Results } from './results.ts';
import { type Caveat, differences, type Fact, partialSides } from './run-differences.ts';

export interface LoadComparison {
  readonly changes: readonly LoadChange[];
  /** Why the runs cannot be compared, or only with care. */
  readonly caveats: readonly Caveat[];
  readonly sentence: string;
  readonly exitCode: number;
}

/** Settings that make two runs different loads. */
export const LOAD_SETTINGS = [
  'virtualUsers',
  'rate',
  'size',
  'mix',
  'instancesPerRequest',
  'duration',
  'corpus',
  'proportions',
];

/**
 * Compares runs of the same load, one or several of each: throughput and latency by confidence intervals against a
 * margin, failures by their share, losses and dropped iterations by their presence. Pure.
 */
export function compareLoads(before: readonly Results[], after: readonly Results[]): LoadComparison {
  const [left, right] = [before, after].map((runs) => runs.flatMap(({ load }) => load ?? [])) as [
    LoadResult[],
    LoadResult[],
  ];
  const [first] = left;
  if (!first || right.length === 0) return incomparable(['there is no load run on one side']);
  const different = right.concat(left).flatMap((load) => settingsThatDiffer(first, load));
  if (different.length > 0) return incomparable([...new Set(different)]);
  const names = [...new Set(left.flatMap((load) => load.operations.map(({ name }) => name)))].sort();
  const changes = [
    ...names.flatMap((name) => operationChanges(name, left, right, first.model)),
    ...presence('dropped iterations', left, right, (load) => load.droppedIterations),
    ...presence('lost instances', left, right, (load) => load.lostCount),
    ...presence('changed instances', left, right, (load) => load.changedCount),
  ];
  return { changes, caveats: caveats(before, after), ...conclude(changes) };
}

function incomparable(why: readonly string[]): LoadComparison {
  return {
    changes: [],
    caveats: [],
    sentence: `The runs cannot be compared: ${why.join('; ')}.`,
    exitCode: EXIT_CODES.notDecided,
  };
}

function settingsThatDiffer(first: LoadResult, other: LoadResult): string[] {
  const found: string[] = [];
  for (const key of ['script', 'shape', 'model'] as const) {
    if (first[key] !== other[key]) found.push(`${key} is ${first[key]} and ${other[key]}`);
  }
  if (first.engine.name !== other.engine.name) found.push(`engine is ${first.engine.name} and ${other.engine.name}`);
  for (const key of LOAD_SETTINGS) {
    const [one, two] = [first.settings[key], other.settings[key]];
    if (one !== two) found.push(`${key} is ${one ?? 'not set'} and ${two ?? 'not set'}`);
  }
  if (other.generator.saturated) found.push('the generator was saturated in one run');
  return found;
}

/** Facts that make a load another one; profile and edition decide about conformance only. */
const OF_LOAD: readonly Fact[] = ['target', 'product', 'environment', 'dataset', 'harness'];

function caveats(before: readonly Results[], after: readonly Results[]): Caveat[] {
  const differ = differences(before, after).filter((one) => one.kind === 'differs' && OF_LOAD.includes(one.fact));
  const few = before.length < SEVERAL_RUNS || after.length < SEVERAL_RUNS;
  return [...differ, ...(few ? [{ kind: 'few-runs' } as const] : []), ...partialSides(before, after)];
}

/** Worse by more than its margin as it was measured, and not told from chance. */
function looksWorse({ metric, verdict, change, margin }: LoadChange): boolean {
  if (verdict !== 'undecided' || change === null) return false;
  const growth = metric.endsWith('throughput') ? 1 / (1 + change.middle) - 1 : change.middle;
  return growth > margin;
}

/** A quantity, and by how much it changed where that was worked out: `store p50 (+72 %)`. */
function named({ metric, change }: LoadChange): string {
  if (change === null) return metric;
  const share = Math.round(change.middle * 100);
  return `${metric} (${share > 0 ? '+' : '−'}${Math.abs(share)} %)`;
}

function conclude(changes: readonly LoadChange[]): Pick<LoadComparison, 'sentence' | 'exitCode'> {
  const of = (verdict: LoadVerdict): LoadChange[] => changes.filter((change) => change.verdict === verdict);
  const worse = of('worse');
  if (worse.length > 0) {
    return { sentence: `Worse: ${worse.map(named).join(', ')}.`, exitCode: EXIT_CODES.findings };
  }
  const decided = changes.length - of('undecided').length;
  if (decided === 0) return { sentence: 'Nothing could be decided.', exitCode: EXIT_CODES.notDecided };
  const better = of('better');
  const improved = better.length > 0 ? ` Better: ${better.map(named).join(', ')}.` : '';
  const open = of('undecided').length > 0 ? ` Undecided: ${of('undecided').length} of ${changes.length}.` : '';
  const suspects = changes.filter(looksWorse).map(named);
  const told =
    suspects.length > 0 ? `Nothing is shown to be worse; this may be: ${suspects.join(', ')}.` : 'Nothing is worse.';
  return { sentence: `${told}${improved}${open}`, exitCode: EXIT_CODES.conformant };
}
