import { DATA_SET_NAMES, type DataSetName, DEFAULT_DATA } from '../../fixtures/sets/index.ts';
import { suggestionFor } from '../../lib/errors/did-you-mean.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { SUITE_NAMES, type SuiteName } from '../suite-names.ts';
import { SUITES } from '../suites.ts';
import { isOnData } from './narrow-selection.ts';

interface Selection {
  /** The scenarios of the suites, each once, as they are listed. */
  readonly scenarios: readonly Scenario[];
  /** Ids of those that are judged. */
  readonly selected: readonly string[];
}

/**
 * What a person asked for: suites, the tutorial where none is named, and of these only the scenarios with the ids given,
 * or all whose data sets are among those chosen. Ids alone name their suites, and choose their data. Throws CommandError for
 * an id that is unknown there.
 */
export function selectScenarios(
  named: readonly SuiteName[],
  ids?: readonly string[],
  data: readonly DataSetName[] = DEFAULT_DATA,
): Selection {
  const suites = named.length > 0 ? named : ids === undefined ? (['tutorial'] as const) : SUITE_NAMES;
  const known = [...new Set(suites)].flatMap((suite) => SUITES[suite].map(({ id }) => id));
  for (const id of ids ?? []) {
    if (known.includes(id)) continue;
    throw new CommandError(`--scenario: unknown scenario "${id}"`, undefined, suggestionFor(id, known));
  }
  const listed = SUITE_NAMES.filter(
    (suite) => named.includes(suite) || SUITES[suite].some(({ id }) => (ids ?? known).includes(id)),
  );
  const scenarios = listed.flatMap((suite) => SUITES[suite]);
  const onOther = scenarios.filter((one) => !isOnData(one, data)).map(({ id }) => id);
  return { scenarios, selected: ids ?? known.filter((id) => !onOther.includes(id)) };
}

/** Reads `ct,names` or `all`. @throws CommandError for a data set that there is not. */
export function dataNamed(text: string): readonly DataSetName[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('all')) return DATA_SET_NAMES;
  return names.map((name) => {
    const found = DATA_SET_NAMES.find((one) => one === name);
    if (found) return found;
    throw new CommandError(`--data: unknown data set "${name}"`, undefined, suggestionFor(name, DATA_SET_NAMES));
  });
}
