import { CommandError } from '../../lib/errors/exit-codes.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { serviceNamed, serviceNames } from '../../lib/requirements/service-name.ts';
import { SCENARIOS } from '../suites.ts';

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
