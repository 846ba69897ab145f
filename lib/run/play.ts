import { UnsafeDeletion } from '../deletion/deletions.ts';
import type { Finding } from '../results/finding.ts';
import type { ScenarioRecord } from '../results/results.ts';
import { type RolledUp, rollUp } from '../results/rollup.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import type { Profile } from '../target/profile.ts';
import type { ScenarioContext } from './context.ts';
import { CredentialsEnded } from './credentials-ended.ts';
import { NotRecorded } from './rejudge/not-recorded.ts';
import { claimOf, type Scenario } from './scenario.ts';

/**
 * Plays one scenario and returns its record. An exception is the harness's own error: it never becomes a failure of
 * the server. A requirement that the scenario covers and that was not judged is `incomplete`, never a pass. `settle`
 * reads the findings again in the light of all that the run saw.
 */
export async function play(
  scenario: Scenario,
  contextFor: (judge: ScenarioContext['judge']) => ScenarioContext,
  profile: Profile,
  settle: (findings: readonly Finding[]) => Promise<readonly Finding[]>,
): Promise<ScenarioRecord> {
  const started = new Date();
  const found: Finding[] = [];
  const attempted = await attempt(
    scenario,
    contextFor((...more) => found.push(...more.flat())),
    profile,
  );
  const settled = await settle(found).catch(unlessUnseen);
  const unjudged = 'reason' in settled ? settled : attempted;
  const judged = 'reason' in settled ? [] : settled;
  const findings = unjudged?.reason === 'harness-error' ? withoutPasses(scenario, judged, unjudged) : judged;
  const silent = scenario.covers.filter((id) => !findings.some(({ requirement }) => requirement === id));
  const graded = [
    ...findings.map((finding) => gradeByProfile(finding, profile)),
    ...silent.map((requirement) => notJudged(scenario, requirement, unjudged ?? DID_NOT_GET_THERE)),
  ];
  return {
    id: scenario.id,
    title: scenario.title,
    service: scenario.service,
    covers: scenario.covers,
    claimed: claimOf(scenario, profile.features),
    startedAt: started.toISOString(),
    durationMs: Date.now() - started.getTime(),
    ...scenarioVerdict(scenario, graded),
    findings: graded,
    pictures: [],
  };
}

/** An exception of the harness takes back what had spoken for the server: that may be what led to it. Breaches stay. */
function withoutPasses(scenario: Scenario, found: readonly Finding[], error: Unjudged): Finding[] {
  const ids = new Set([...scenario.covers, ...found.map(({ requirement }) => requirement)]);
  return [
    ...found.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn'),
    ...[...ids].map((requirement) => notJudged(scenario, requirement, error)),
  ];
}

/**
 * Gravest of what was graded. What is only recorded, and what could not be judged beside the operation, does not change
 * whether the operation works; while what proves it was judged nowhere, it was not shown to work, and neither was it
 * where the harness failed.
 */
function scenarioVerdict({ proves }: Scenario, findings: readonly Finding[]): RolledUp {
  const graded = findings.filter(({ verdict }) => ['pass', 'warn', 'fail'].includes(verdict));
  const overall = rollUp(graded.length > 0 ? graded : findings);
  if (overall.verdict === 'fail') return overall;
  if (findings.some(({ reason }) => reason === 'harness-error')) return HARNESS_ERROR;
  const unproved = proves
    .map((id) => rollUp(findings.filter(({ requirement }) => requirement === id)))
    .find(({ verdict }) => verdict === 'incomplete');
  return unproved ?? overall;
}

const HARNESS_ERROR: RolledUp = { verdict: 'incomplete', reason: 'harness-error' };

interface Unjudged {
  readonly reason: IncompleteReason;
  readonly remark: string;
}

const DID_NOT_GET_THERE: Unjudged = { reason: 'not-exercised', remark: 'the scenario did not come to judge this' };

/** What the findings have to be read by could not be seen: none of them counts. */
function unlessUnseen(error: unknown): Unjudged {
  if (isUnseen(error)) return { reason: 'not-exercised', remark: error.message };
  throw error;
}

/** Whether it ends a scenario because an answer was not recorded, or not given for want of credentials. */
function isUnseen(error: unknown): error is Error {
  return error instanceof NotRecorded || error instanceof CredentialsEnded;
}

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
    if (isUnseen(error)) return { reason: 'not-exercised', remark: error.message };
    if (error instanceof UnsafeDeletion) return { reason: 'unsafe', remark: error.message };
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
