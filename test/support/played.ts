import type { Scenario } from '../../lib/run/scenario.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';

/**
 * What is played on each of many servers. The suite `standard` costs more there than all others together:
 * `test/matrix/standard.test.ts` plays it on a few servers that it draws.
 */
export const PLAYED: readonly Scenario[] = SCENARIOS.filter((one) => !SUITES.standard.includes(one));
