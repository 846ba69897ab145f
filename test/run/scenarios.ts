import type { Finding } from '../../lib/results/finding.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import type { Scenario } from '../../lib/run/scenario.ts';

/** Requirements of the register that the scenarios of these tests pretend to judge. */
export const [FIRST, SECOND] = ['STOW-006', 'STOW-016'] as const;

/** A scenario that does nothing, unless told what. */
export function scenarioOf(changes: Partial<Scenario> = {}): Scenario {
  return {
    id: 'S1',
    title: 'does as it is told',
    service: 'store',
    covers: [FIRST, SECOND],
    proves: [FIRST],
    features: ['store'],
    obstacle: () => null,
    play: async () => {},
    ...changes,
  };
}

export function findingOf(requirement: string, verdict: Verdict): Finding {
  return {
    requirement,
    verdict,
    ...(verdict === 'incomplete' ? { reason: 'not-exercised' as const } : {}),
    claim: 'a claim',
    assertions: verdict === 'incomplete' ? 0 : 1,
    breaches: [],
    breachCount: verdict === 'fail' ? 1 : 0,
    exchanges: [],
  };
}
