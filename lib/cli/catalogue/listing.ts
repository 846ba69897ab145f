import { DATA_SETS } from '../../../fixtures/sets/index.ts';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { type Language, speaking } from '../../../reports/words/language.ts';
import { sentenceOf, statementOf } from '../../../reports/words/requirement.ts';
import { SUITE_NAMES } from '../../../scenarios/suite-names.ts';
import { SUITES } from '../../../scenarios/suites.ts';
import { CommandError } from '../../errors/exit-codes.ts';
import { FAULTS } from '../../reference-server/faults/index.ts';
import { isUnderClause } from '../../requirements/clause.ts';
import { allRequirements } from '../../requirements/register.ts';
import type { Requirement } from '../../requirements/requirement.ts';
import { serviceNamed, serviceNames } from '../../requirements/service-name.ts';
import { MODALITIES } from '../../synthesis/modality/index.ts';
import { loadProfile, PROFILE_NAMES } from '../../target/profiles.ts';
import type { Entry, Filter, ListName } from './lists.ts';

/**
 * The entries of a list. A scenario or a fault is wanted where one of its requirements is.
 *
 * @throws CommandError where a filter fits nothing that there is, or the list cannot be filtered.
 */
export function listing(name: ListName, filter: Filter, language: Language): readonly Entry[] {
  if (name === 'profiles' || name === 'data') {
    const flag = Object.keys(filter)[0];
    if (flag !== undefined) throw new CommandError(`--${flag} does not apply to ${name}`);
    return name === 'profiles' ? profiles() : data();
  }
  const wanted = new Map(allRequirements().flatMap((row) => (isWanted(row, filter) ? [[row.id, row] as const] : [])));
  if (wanted.size === 0) throw new CommandError('no requirement is like that', undefined, choices());
  const any = (ids: readonly string[]): boolean => ids.some((id) => wanted.has(id));
  if (name === 'requirements') return [...wanted.values()].map((row) => requirementEntry(row, language));
  if (name === 'scenarios') return scenarios(language).filter(({ requirements }) => any(requirements));
  return FAULTS.filter(({ requirements }) => any(requirements)).map(({ id, title, requirements, breach }) => ({
    id,
    title,
    requirements,
    breach: breach ?? '',
  }));
}

function isWanted(row: Requirement, { clause, service, level }: Filter): boolean {
  return (
    (clause === undefined || isUnderClause(row.clause, clause)) &&
    (service === undefined || row.service === serviceNamed(service)) &&
    (level === undefined || row.level.toLowerCase() === level.toLowerCase())
  );
}

function choices(): string {
  const levels = [...new Set(allRequirements().map(({ level }) => level))];
  return `services: ${serviceNames().join(', ')}; levels: ${levels.join(', ')}`;
}

function requirementEntry(row: Requirement, language: Language): Entry {
  const { id, level, service, clause } = row;
  const judged = SUITE_NAMES.flatMap((suite) => SUITES[suite])
    .filter(({ covers }) => covers.includes(id))
    .map((scenario) => scenario.id);
  return { id, level, service, clause, statement: speaking(language)(...statementOf(row)), scenarios: judged };
}

function scenarios(language: Language): (Entry & { readonly requirements: readonly string[] })[] {
  return SUITE_NAMES.flatMap((suite) =>
    SUITES[suite].map(({ id, service, title, covers }) => ({
      id,
      suite,
      service,
      title: speaking(language)(...sentenceOf(title)),
      requirements: covers,
    })),
  );
}

function profiles(): Entry[] {
  return PROFILE_NAMES.map(loadProfile).map(({ name, title, features, deviations }) => {
    const claims = (claim: string): string[] =>
      Object.entries(features).flatMap(([feature, claimed]) => (claimed === claim ? [feature] : []));
    return { name, title, claimed: claims('yes'), denied: claims('no'), departures: deviations.length };
  });
}

/** The data sets that scenarios are played with, and what `fixtures make` and load runs can make. */
function data(): Entry[] {
  const sets = [
    tutorialDataset(),
    ...Object.entries(DATA_SETS).map(([name, { instances }]) => ({ name, instances: instances() })),
  ];
  return [
    ...sets.map(({ name, instances }) => ({
      name,
      kind: 'data set',
      instances: instances.length,
      bytes: instances.reduce((sum, { source }) => sum + source.length, 0),
    })),
    ...[...MODALITIES.values()].map(({ code }) => ({ name: code, kind: 'synthetic', instances: '', bytes: '' })),
  ];
}
