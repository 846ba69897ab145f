import { CommandError } from '../../lib/errors/exit-codes.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { serviceNamed, serviceNames } from '../../lib/requirements/service-name.ts';
import type { SuiteName } from '../suite-names.ts';
import { SCENARIOS, SUITES } from '../suites.ts';
import type { Shard } from './shard.ts';

/**
 * Ids of the scenarios whose id or title matches, among those of the suites and of the ids given, or all.
 *
 * @throws CommandError where none does.
 */
export function idsLike(
  pattern: RegExp,
  suites: readonly SuiteName[],
  ids: readonly string[] | undefined,
): readonly string[] {
  const among = suites.length > 0 ? suites.flatMap((suite) => SUITES[suite]) : SCENARIOS;
  const matching = among.filter(({ id, title }) => (ids?.includes(id) ?? true) && pattern.test(`${id} ${title}`));
  if (matching.length > 0) return matching.map(({ id }) => id);
  throw new CommandError(`--grep: no scenario matches ${pattern.source}`, undefined, '`list scenarios` shows them');
}

/** The ids of one shard: a stretch of the order of play, since a scenario mostly builds on those just before it. */
export function shardOf(selected: readonly string[], { index, of }: Shard): readonly string[] {
  const inOrder = SCENARIOS.map(({ id }) => id).filter((id) => selected.includes(id));
  const start = (place: number): number => Math.floor((place * inOrder.length) / of);
  const ids = inOrder.slice(start(index - 1), start(index));
  if (ids.length > 0) return ids;
  throw new CommandError(`--shard: ${of} shards are more than the ${inOrder.length} scenarios`);
}

/**
 * What a person named by id or by service, as the register names it.
 *
 * @throws CommandError where none of the scenarios judges what was named.
 */
export function requiredNames(names: readonly string[], selected: readonly string[]): readonly string[] {
  const judged = new Set(SCENARIOS.filter(({ id }) => selected.includes(id)).flatMap(({ covers }) => covers));
  const known = names.map((name) => {
    const service = serviceNamed(name);
    const rows = allRequirements().filter((row) => row.id === name.toUpperCase() || row.service === service);
    if (rows.length === 0) {
      const hint = `\`list requirements\` shows the ids; services: ${serviceNames().join(', ')}`;
      throw new CommandError(`--require: no requirement or service "${name}"`, undefined, hint);
    }
    if (!rows.some(({ id }) => judged.has(id)))
      throw new CommandError(
        `--require: no scenario of this run judges ${name}`,
        undefined,
        whoJudges(rows[0]?.id ?? ''),
      );
    return service ?? name.toUpperCase();
  });
  return [...new Set(known)];
}

function whoJudges(requirement: string): string {
  const judging = SCENARIOS.filter(({ covers }) => covers.includes(requirement)).map(({ id }) => id);
  return judging.length > 0 ? `these do: ${judging.join(', ')}` : 'no scenario does; `explain` says why';
}
