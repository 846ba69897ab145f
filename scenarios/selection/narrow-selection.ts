import { DATA_SET_NAMES, type DataSetName, DEFAULT_DATA } from '../../fixtures/sets/index.ts';
import { suggestionFor } from '../../lib/errors/did-you-mean.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { isUnderClause } from '../../lib/requirements/clause.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import type { Requirement } from '../../lib/requirements/requirement.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import type { SuiteName } from '../suite-names.ts';
import { SCENARIOS, SUITES } from '../suites.ts';
import type { Shard } from './shard.ts';

/** Ways in which a person names scenarios. A scenario is wanted where all that is given holds of it. */
export interface Narrowing {
  readonly scenario?: readonly string[] | undefined;
  /** Matches the id and the title. */
  readonly grep?: RegExp | undefined;
  /** Ids of requirements, one of which it judges. */
  readonly only?: readonly string[] | undefined;
  /** Clauses, such as `10.4.1`: it judges a requirement of one of them, or of a clause below. */
  readonly clause?: readonly string[] | undefined;
  /** Ids of the scenarios that failed in an earlier run. */
  readonly failed?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Data sets: those of its own, if it has any, are among them. */
  readonly data?: readonly DataSetName[] | undefined;
}

/**
 * Ids of the scenarios that are wanted: among those of the suites, or of all suites where something but `exclude` is
 * given. Undefined where nothing is given but data, which narrow only those that have some.
 *
 * @throws CommandError where none is left, or for a name that is unknown.
 */
export function narrowed(suites: readonly SuiteName[], narrowing: Narrowing): readonly string[] | undefined {
  const { exclude = [], data, ...wanted } = narrowing;
  const flags = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (flags.length === 0 && exclude.length === 0) return undefined;
  // Whoever selects scenarios knows the ids of the suites better: an id alone is refused there.
  if (flags.every(([flag]) => flag === 'scenario') && exclude.length === 0) return narrowing.scenario;
  const among =
    suites.length > 0 ? suites.flatMap((suite) => SUITES[suite]) : flags.length > 0 ? SCENARIOS : SUITES.tutorial;
  for (const id of [...(narrowing.scenario ?? []), ...exclude]) refuseUnknown(id, exclude.includes(id));
  const isWanted = wantedBy(narrowing);
  const chosen = data ?? (flags.length === 0 ? DEFAULT_DATA : DATA_SET_NAMES);
  const matching = among.filter((one) => isWanted(one) && isOnData(one, chosen)).map(({ id }) => id);
  if (matching.length > 0) return [...new Set(matching)];
  if (flags.length === 1 && narrowing.failed && exclude.length === 0) {
    const all = narrowing.failed.join(', ');
    throw new CommandError(
      `--last-failed: ${all} failed, and is not in ${suites.join(' ')}`,
      undefined,
      'leave the suite out',
    );
  }
  const given = [...flags.map(([flag]) => flag), ...(exclude.length > 0 ? ['exclude'] : [])];
  throw new CommandError(
    `${given.map((flag) => `--${flag === 'failed' ? 'last-failed' : flag}`).join(' and ')}: no scenario is like that`,
    undefined,
    '`list scenarios` shows them',
  );
}

function wantedBy({ scenario, grep, only, clause, failed, exclude }: Narrowing): (one: Scenario) => boolean {
  const ids = only?.map((id) => idOf(id)) ?? [];
  const below = clause?.flatMap((one) => under(one).map(({ id }) => id)) ?? [];
  return ({ id, title, covers }) =>
    (scenario?.includes(id) ?? true) &&
    (grep?.test(`${id} ${title}`) ?? true) &&
    (only === undefined || ids.some((one) => covers.includes(one))) &&
    (clause === undefined || below.some((one) => covers.includes(one))) &&
    (failed?.includes(id) ?? true) &&
    !exclude?.includes(id);
}

/** Whether all that a scenario is played on was chosen. */
export function isOnData({ data = [] }: Scenario, chosen: readonly DataSetName[]): boolean {
  return data.every((name) => chosen.includes(name));
}

function refuseUnknown(id: string, isExcluded: boolean): void {
  const known = SCENARIOS.map((scenario) => scenario.id);
  if (known.includes(id)) return;
  const flag = isExcluded ? '--exclude' : '--scenario';
  throw new CommandError(`${flag}: unknown scenario "${id}"`, undefined, suggestionFor(id, known));
}

function idOf(name: string): string {
  const id = name.toUpperCase();
  const known = allRequirements().map((row) => row.id);
  if (known.includes(id)) return id;
  const hint = suggestionFor(id, known) ?? '`list requirements` shows the ids';
  throw new CommandError(`--only: unknown requirement "${name}"`, undefined, hint);
}

function under(clause: string): readonly Requirement[] {
  const rows = allRequirements().filter((row) => isUnderClause(row.clause, clause));
  if (rows.length > 0) return rows;
  throw new CommandError(
    `--clause: no requirement stands in "${clause}" or below it`,
    undefined,
    '`list requirements` shows the clauses, such as 10.4.1',
  );
}

/** The ids of one shard: a stretch of the order of play, since a scenario mostly builds on those just before it. */
export function shardOf(selected: readonly string[], { index, of }: Shard): readonly string[] {
  const inOrder = SCENARIOS.map(({ id }) => id).filter((id) => selected.includes(id));
  const start = (place: number): number => Math.floor((place * inOrder.length) / of);
  const ids = inOrder.slice(start(index - 1), start(index));
  if (ids.length > 0) return ids;
  throw new CommandError(`--shard: ${of} shards are more than the ${inOrder.length} scenarios`);
}
