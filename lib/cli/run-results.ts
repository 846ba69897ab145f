import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { readResults, UnusableResults } from '../results/read-results.ts';
import type { Results } from '../results/results.ts';

/** Results of the run folder that a command was given. Throws a CommandError that says what is wrong with it. */
export function resultsOfRun(runFolder: string): Results {
  try {
    return readResults(runFolder);
  } catch (error) {
    if (!(error instanceof UnusableResults)) throw error;
    throw new CommandError(
      error.message,
      EXIT_CODES.usage,
      'Give the folder of a run: the one that `conformance` or `load` printed, with results.json in it.',
    );
  }
}
