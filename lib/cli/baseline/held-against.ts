import { CommandError } from '../../errors/exit-codes.ts';
import { type Baseline, withBaseline } from '../../results/baseline.ts';
import type { FailOn } from '../../results/outcome.ts';
import { readBaseline, readWrittenBaseline, UnusableBaseline } from '../../results/read-baseline.ts';
import type { Results } from '../../results/results.ts';

/** The baseline in the file that a flag names. @throws CommandError that says what is wrong with it. */
export function baselineIn(file: string): Baseline {
  return readFrom(file, readBaseline);
}

/** The same with the names of requirements as they stand in the file. */
export function writtenBaseline(file: string): Baseline {
  return readFrom(file, readWrittenBaseline);
}

function readFrom(file: string, read: (path: string) => Baseline): Baseline {
  if (file === '') throw new CommandError('--baseline: no file is named');
  try {
    return read(file);
  } catch (error) {
    if (!(error instanceof UnusableBaseline)) throw error;
    const hint = 'Make one of a run with `dicomweb-harness baseline RUN`.';
    throw new CommandError(`--baseline: ${error.message}`, undefined, hint);
  }
}

/** Results held against the baseline of a file, today. @throws CommandError where the file cannot be used. */
export function heldAgainst(file: string, results: Results, failOn: FailOn): Results {
  return withBaseline(results, baselineIn(file), { failOn, today: today() });
}

/** Today as a baseline writes days, such as 2026-11-24. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
