import { relative } from 'node:path';
import type { Fate, Outcome } from './measure.ts';

/** A mutant that no test noticed: the lines are counted from 1. */
export interface Survivor {
  readonly line: number;
  readonly column: number;
  readonly fate: Fate;
  readonly mutator: string;
  readonly replacement: string;
}

/** `noticed` includes what was noticed by the clock alone: many of those would cast doubt on the score. */
export interface Counts {
  readonly mutants: number;
  readonly noticed: number;
  readonly timedOut: number;
}

export interface FileScore extends Counts {
  readonly file: string;
  readonly survivors: readonly Survivor[];
}

export interface Score extends Counts {
  readonly files: readonly FileScore[];
}

/** Sums outcomes up by file, the lowest score first. Paths are relative to the root. */
export function score(outcomes: readonly Outcome[], root: string): Score {
  const names = [...new Set(outcomes.map(({ mutant }) => mutant.fileName))];
  const files = names.map((name) =>
    fileScore(
      relative(root, name),
      outcomes.filter(({ mutant }) => mutant.fileName === name),
    ),
  );
  files.sort((one, other) => percentage(one) - percentage(other));
  return {
    mutants: outcomes.length,
    noticed: files.reduce((sum, { noticed }) => sum + noticed, 0),
    timedOut: files.reduce((sum, { timedOut }) => sum + timedOut, 0),
    files,
  };
}

function fileScore(file: string, outcomes: readonly Outcome[]): FileScore {
  const lost = outcomes.filter(({ fate }) => fate === 'survived' || fate === 'uncovered');
  return {
    file,
    mutants: outcomes.length,
    noticed: outcomes.length - lost.length,
    timedOut: outcomes.filter(({ fate }) => fate === 'timed-out').length,
    survivors: lost.map(({ fate, mutant }) => ({
      line: mutant.location.start.line + 1,
      column: mutant.location.start.column + 1,
      fate,
      mutator: mutant.mutatorName,
      replacement: mutant.replacement,
    })),
  };
}

/** Of all mutants, those that were noticed. A file without a mutant has nothing that could survive. */
export function percentage({ mutants, noticed }: Counts): number {
  return mutants === 0 ? 100 : (100 * noticed) / mutants;
}
