import type { ScenarioRecord } from '../results/results.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import type { Profile } from '../target/profile.ts';
import { notJudged } from './play.ts';
import { claimOf, type Scenario } from './scenario.ts';

/** A scenario that never ran keeps its ids: each requirement it covers is listed as not judged, with the reason. */
export function unplayed(
  scenario: Scenario,
  features: Profile['features'],
  reason: IncompleteReason,
  remark: string,
): ScenarioRecord {
  return {
    id: scenario.id,
    title: scenario.title,
    service: scenario.service,
    covers: scenario.covers,
    claimed: claimOf(scenario, features),
    startedAt: new Date().toISOString(),
    durationMs: 0,
    verdict: 'incomplete',
    reason,
    findings: scenario.covers.map((requirement) => notJudged(scenario, requirement, { reason, remark })),
    pictures: [],
  };
}
