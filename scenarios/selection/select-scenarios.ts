import { suggestionFor } from '../../lib/errors/did-you-mean.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { SUITE_NAMES, type SuiteName } from '../suite-names.ts';
import { SUITES } from '../suites.ts';

interface Selection {
  /** The scenarios of the suites, each once, as they are listed. */
  readonly scenarios: readonly Scenario[];
  /** Ids of those that are judged. */
  readonly selected: readonly string[];
}

/**
 * What a person asked for: suites, the tutorial where none is named, and of these only the scenarios with the ids given,
 * or all. Ids alone name their suites. Throws CommandError for an id that is unknown there.
 */
export function selectScenarios(named: readonly SuiteName[], ids?: readonly string[]): Selection {
  const suites = named.length > 0 ? named : ids === undefined ? (['tutorial'] as const) : SUITE_NAMES;
  const known = [...new Set(suites)].flatMap((suite) => SUITES[suite].map(({ id }) => id));
  for (const id of ids ?? []) {
    if (known.includes(id)) continue;
    throw new CommandError(`--scenario: unknown scenario "${id}"`, undefined, suggestionFor(id, known));
  }
  const listed = SUITE_NAMES.filter(
    (suite) => named.includes(suite) || SUITES[suite].some(({ id }) => (ids ?? known).includes(id)),
  );
  return { scenarios: listed.flatMap((suite) => SUITES[suite]), selected: ids ?? known };
}
