import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { resultsOfRunner } from '../../load/build-results.ts';
import { loadSummary } from '../../load/load-summary.ts';
import { observedUnderLoad } from '../../load/observed-features.ts';
import { readRunner } from '../../load/runner-files.ts';
import { timesOf } from '../../results/join/times-of.ts';
import { type MergedLoad, mergeLoads } from '../../results/load-merge.ts';
import type { LoadResult } from '../../results/load-result.ts';
import type { Results, Summary } from '../../results/results.ts';
import { newRunFolder } from '../../run/new-run-folder.ts';
import { resultsOfRun } from '../run-results.ts';
import { type Reader, sayResults, sayWhere } from '../say-results.ts';
import { writeRun } from '../write-run.ts';

export interface MergeLoadOptions extends Reader {
  readonly out?: string;
}

/**
 * Joins load runs into a new run, writes it, says how it ended, and returns the exit code.
 *
 * @throws CommandError for a path that holds no load run, and for runs that cannot be added up
 */
export async function mergeLoadRuns(paths: readonly string[], options: MergeLoadOptions): Promise<number> {
  refuseTwice(paths);
  const runs = await Promise.all(paths.map((path) => (path.endsWith('.json') ? runnerRun(path) : loadRun(path))));
  refuseUnrelated(paths, runs);
  const merged = merge(runs.map(({ load }) => load));
  const folder = newRunFolder(options.out);
  const results = joined(
    runs.map(({ results }) => results),
    merged,
  );
  sayResults(results, options);
  writeRun(folder, results, options);
  sayWhere(folder, results, options);
  return results.summary.exitCode;
}

/** Refuses a run that is named twice, because it would count twice. Throws a CommandError. */
function refuseTwice(paths: readonly string[]): void {
  const named = new Set<string>();
  for (const path of paths) {
    const whole = resolve(path);
    if (named.has(whole)) throw new CommandError(`${path} is named twice`, EXIT_CODES.usage);
    named.add(whole);
  }
}

/**
 * Refuses runs on different targets, and runs that did not overlap in time: their rates cannot be added. Throws a
 * CommandError. The files of a cluster runner do not tell when it ran, so its time is not checked.
 */
function refuseUnrelated(paths: readonly string[], runs: readonly { readonly results: Results }[]): void {
  const [first] = runs;
  const other = runs.find(({ results }) => results.target.baseUrl !== first?.results.target.baseUrl);
  if (first && other) {
    const targets = `${first.results.target.baseUrl} and ${other.results.target.baseUrl}`;
    throw new CommandError(`these runs had different targets: ${targets}`, EXIT_CODES.usage);
  }
  const timed = runs.filter((_, index) => !paths[index]?.endsWith('.json')).map(({ results }) => results.run);
  const lastStart =
    timed
      .map(({ startedAt }) => startedAt)
      .sort()
      .at(-1) ?? '';
  const tooEarly = timed.find(({ finishedAt }) => finishedAt < lastStart);
  if (!tooEarly) return;
  throw new CommandError(
    `these runs did not run at the same time: one ended at ${tooEarly.finishedAt}, another began at ${lastStart}`,
    EXIT_CODES.usage,
    'use compare to set one run against another',
  );
}

/** Results of a load run. Throws a CommandError when the folder holds another kind of run. */
function loadRun(folder: string): { readonly results: Results; readonly load: LoadResult } {
  const results = resultsOfRun(folder);
  if (results.load === undefined) throw new CommandError(`${folder} is no load run`, EXIT_CODES.usage);
  return { results, load: results.load };
}

/** Results made from the files of a cluster runner. */
async function runnerRun(path: string): Promise<ReturnType<typeof loadRun>> {
  try {
    const { facts, load } = await readRunner(path);
    return { results: resultsOfRunner(facts, load), load };
  } catch (error) {
    throw new CommandError(`${path} cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

function merge(loads: readonly LoadResult[]): MergedLoad {
  try {
    return mergeLoads(loads);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`these are not runs of the same load: ${error.message}`);
    throw error;
  }
}

function joined(parts: readonly Results[], merged: MergedLoad): Results {
  const [first] = parts;
  if (!first) throw new CommandError('nothing to merge');
  const partial = parts.filter(({ run }) => run.completeness === 'partial');
  return {
    ...first,
    run: {
      ...first.run,
      id: randomUUID(),
      command: ['dicomweb-harness', ...process.argv.slice(2)],
      ...timesOf(parts),
      completeness: partial.length > 0 ? 'partial' : 'complete',
      ...(partial.length > 0 ? { why: partial.map(({ run }) => run.why ?? '').join('; ') } : {}),
    },
    target: { ...first.target, capabilities: observedUnderLoad(first.target.capabilities, merged.load) },
    summary: summaryOf(parts, merged),
    remains: parts.flatMap(({ remains }) => remains),
    load: merged.load,
  };
}

/** A failure stays a failure. A pass needs every run to be complete and every threshold to be judged. */
function summaryOf(parts: readonly Results[], { load, unjudged }: MergedLoad): Summary {
  const scenarios = parts.flatMap((part) => part.scenarios);
  const partial = parts.filter(({ run }) => run.completeness === 'partial');
  const summary = loadSummary(load, { kind: 'complete' }, scenarios);
  if (summary.verdict !== 'passed') return summary;
  const why =
    partial.length > 0
      ? `${partial.length} of the runs were cut short.`
      : unjudged.length > 0
        ? `These thresholds could not be judged on all runs together, because data are missing: ${unjudged.join(', ')}.`
        : null;
  return why === null ? summary : { ...summary, verdict: 'incomplete', sentence: why, exitCode: EXIT_CODES.notDecided };
}
