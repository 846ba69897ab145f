import type { Scenario } from '../lib/run/scenario.ts';
import { DUTIES } from './duties/index.ts';
import { STANDARD } from './standard/index.ts';
import type { SuiteName } from './suite-names.ts';
import { TUTORIAL } from './tutorial/index.ts';

/** The scenarios of each group, as they are listed. */
export const SUITES: Readonly<Record<SuiteName, readonly Scenario[]>> = {
  tutorial: TUTORIAL,
  duties: DUTIES,
  standard: STANDARD,
};

/** Ids of the requirements that each group judges. */
export const COVERS: Readonly<Record<SuiteName, readonly string[]>> = {
  tutorial: coversOf(TUTORIAL),
  duties: coversOf(DUTIES),
  standard: coversOf(STANDARD),
};

function coversOf(scenarios: readonly Scenario[]): string[] {
  return [...new Set(scenarios.flatMap(({ covers }) => covers))];
}

const FIRST_DELETE = TUTORIAL.findIndex(({ service }) => service === 'delete');

/** Every scenario in the order of play: those beside the tutorial ask about what is stored, before it is deleted. */
export const SCENARIOS: readonly Scenario[] = TUTORIAL.toSpliced(FIRST_DELETE, 0, ...DUTIES, ...STANDARD);
