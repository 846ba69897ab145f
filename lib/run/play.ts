import type { Finding } from '../results/finding.ts';
import type { ScenarioRecord } from '../results/results.ts';
import { rollUp } from '../results/rollup.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import type { Profile } from '../target/profile.ts';
import type { ScenarioContext } from './context.ts';
import type { Scenario } from './scenario.ts';

/**
 * Plays one scenario and returns its record. An exception is the harness's own error: it never becomes a failure of
 * the server. A requirement that the scenario covers and that was not judged is `incomplete`, never a pass.
 */
export async function play(
  scenario: Scenario,
  contextFor: (judge: ScenarioContext['judge']) => ScenarioContext,
  profile: Profile,
): Promise<ScenarioRecord> {
  const started = new Date();
  const findings: Finding[] = [];
  const unjudged = await attempt(
    scenario,
    contextFor((...judged) => findings.push(...judged.flat())),
    profile,
  );
  const silent = scenario.covers.filter((id) => !findings.some(({ requirement }) => requirement === id));
  // An exception taints everything that the scenario covers: what it had found may be what led to it.
  const untold = unjudged?.reason === 'harness-error' ? scenario.covers : silent;
  findings.push(...untold.map((requirement) => notJudged(scenario, requirement, unjudged ?? DID_NOT_GET_THERE)));
  const graded = findings.map((finding) => gradeByProfile(finding, profile));
  return {
    id: scenario.id,
    title: scenario.title,
    service: scenario.service,
    covers: scenario.covers,
    startedAt: started.toISOString(),
    durationMs: Date.now() - started.getTime(),
    ...scenarioVerdict(scenario, graded),
    findings: graded,
    pictures: [],
  };
}

/**
 * Gravest of what was graded. What is only recorded, and what could not be judged beside the operation, does not change
 * whether the operation works; while what proves it was not judged, it was not shown to work.
 */
function scenarioVerdict({ proves }: Scenario, findings: readonly Finding[]): ReturnType<typeof rollUp> {
  const graded = findings.filter(
    ({ verdict, reason }) => ['pass', 'warn', 'fail'].includes(verdict) || reason === 'harness-error',
  );
  const overall = rollUp(graded.length > 0 ? graded : findings);
  const unproved = proves
    .map((id) => rollUp(findings.filter(({ requirement }) => requirement === id)))
    .find(({ verdict }) => verdict === 'incomplete');
  return unproved && overall.verdict !== 'fail' ? unproved : overall;
}

interface Unjudged {
  readonly reason: IncompleteReason;
  readonly remark: string;
}

const DID_NOT_GET_THERE: Unjudged = { reason: 'not-exercised', remark: 'the scenario did not come to judge this' };

/** Plays the body; returns why it could not be played, or not to its end. */
async function attempt(scenario: Scenario, context: ScenarioContext, profile: Profile): Promise<Unjudged | null> {
  const denied = scenario.features.find((feature) => profile.features[feature] === 'no');
  if (denied) return { reason: 'not-claimed', remark: `${profile.title} does not claim ${denied}` };
  try {
    const obstacle = scenario.obstacle(context);
    if (obstacle) return { reason: 'prerequisite-failed', remark: obstacle };
    await scenario.play(context);
    return null;
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { reason: 'harness-error', remark: message.slice(0, 2_000) };
  }
}

/** A finding that says why a requirement was not judged. */
export function notJudged(
  scenario: Pick<Scenario, 'title'>,
  requirement: string,
  { reason, remark }: Unjudged,
): Finding {
  return {
    requirement,
    verdict: 'incomplete',
    reason,
    claim: scenario.title,
    assertions: 0,
    breaches: [],
    breachCount: 0,
    remark,
    exchanges: [],
  };
}

/**
 * A warning on a duty that the product documents not to meet is recorded and not graded. A failure stays one: judges
 * that know the profile have already excused what it documents, and what is left is content that is wrong.
 */
function gradeByProfile(finding: Finding, profile: Profile): Finding {
  if (finding.verdict !== 'warn') return finding;
  const deviation = profile.deviations.find(({ requirement }) => requirement === finding.requirement);
  if (!deviation) return finding;
  const documented = `${profile.title} documents: ${deviation.documented}`;
  return { ...finding, verdict: 'info', remark: [finding.remark, documented].filter(Boolean).join('; ') };
}
