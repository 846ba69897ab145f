import type { Explained, Named } from '../../../reports/parts/explanation.ts';
import { WORDS_OF_SUMMARIES } from '../../../reports/parts/words-of-summaries.ts';
import { harmsOf, isKnownBreach, knownBreaches } from '../../../reports/words/breach-codes.ts';
import { EXIT_CODE_WORDS } from '../../../reports/words/exit-codes.ts';
import { SCENARIOS } from '../../../scenarios/suites.ts';
import { suggestionFor } from '../../errors/did-you-mean.ts';
import { CommandError } from '../../errors/exit-codes.ts';
import { FAULTS, type Fault } from '../../reference-server/faults/index.ts';
import { allRequirements, judgesOf } from '../../requirements/register.ts';

/**
 * What there is to say about a requirement, a scenario, a fault, a breach code, an exit code or a word of a summary.
 *
 * @throws CommandError where nothing has that name; it names the nearest one.
 */
export function explained(name: string): Explained {
  const found = requirement(name) ?? scenario(name) ?? fault(name) ?? breach(name) ?? exitCode(name) ?? word(name);
  if (found) return found;
  const ids = [...allRequirements(), ...SCENARIOS, ...FAULTS].map(({ id }) => id);
  const known = [...ids, ...knownBreaches(), ...WORDS_OF_SUMMARIES.keys()];
  const near = suggestionFor(name, known);
  const hint = near.startsWith('did you mean')
    ? near
    : 'ids are in `list requirements`, `list scenarios`, `list faults`';
  throw new CommandError(
    `there is no requirement, scenario, fault, breach, exit code or word of a summary "${name}"`,
    undefined,
    hint,
  );
}

function requirement(name: string): Explained | null {
  const row = allRequirements().find(({ id }) => id === name.toUpperCase());
  if (!row) return null;
  return {
    kind: 'requirement',
    requirement: row,
    scenarios: SCENARIOS.filter(({ covers }) => covers.includes(row.id)).map(named),
    judges: judgesOf(row.id),
    killers: killersOf(({ requirements }) => requirements.includes(row.id)),
  };
}

function scenario(name: string): Explained | null {
  const found = SCENARIOS.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (!found) return null;
  const { id, title, service, covers, needs = [], features } = found;
  return { kind: 'scenario', id, title, service, features, needs, requirements: rows(covers) };
}

function fault(name: string): Explained | null {
  const found = FAULTS.find(({ id }) => id === name);
  if (!found) return null;
  const { id, title, breach: code, scenarios, requirements } = found;
  return { kind: 'fault', id, title, breach: code ?? null, scenarios, requirements: rows(requirements) };
}

function breach(name: string): Explained | null {
  if (!isKnownBreach(name)) return null;
  const killers = killersOf((one) => one.breach === name);
  const ids = new Set(FAULTS.filter((one) => one.breach === name).flatMap(({ requirements }) => requirements));
  return { kind: 'breach', code: name, harms: harmsOf(name), killers, requirements: rows([...ids]) };
}

function exitCode(name: string): Explained | null {
  const entry = Object.entries(EXIT_CODE_WORDS).find(([code]) => code === name);
  return entry ? { kind: 'exit code', code: Number(entry[0]), words: entry[1] } : null;
}

function word(name: string): Explained | null {
  const plain = name.toLowerCase();
  const known = [plain, plain.replaceAll('-', ' ')].find((one) => WORDS_OF_SUMMARIES.has(one));
  const means = known === undefined ? undefined : WORDS_OF_SUMMARIES.get(known);
  return known === undefined || means === undefined ? null : { kind: 'word', word: known, means };
}

function killersOf(isKiller: (fault: Fault) => boolean): Named[] {
  return FAULTS.filter(isKiller).map(named);
}

function rows(ids: readonly string[]): Named[] {
  return allRequirements()
    .filter(({ id }) => ids.includes(id))
    .map(({ id, statement }) => ({ id, title: statement }));
}

function named({ id, title }: Named): Named {
  return { id, title };
}
