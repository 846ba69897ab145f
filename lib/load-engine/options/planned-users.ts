import { type Scenario, scenarioDuration, scenarioVirtualUsers } from './scenarios.ts';
import type { Share } from './segment.ts';

/** The most virtual users that the scenarios of a run need at the same time, of those that are made before it starts. */
export function plannedVirtualUsers(scenarios: readonly Scenario[], share: Share): number {
  const changes = scenarios.flatMap((scenario) => {
    const { planned } = scenarioVirtualUsers(scenario);
    const count = share.count(planned);
    const end = scenario.startTime + scenarioDuration(scenario) + scenario.gracefulStop;
    return [
      { at: scenario.startTime, count },
      { at: end, count: -count },
    ];
  });
  changes.sort((a, b) => a.at - b.at || a.count - b.count);
  let now = 0;
  let peak = 0;
  for (const { count } of changes) {
    now += count;
    peak = Math.max(peak, now);
  }
  return peak;
}
