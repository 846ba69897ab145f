import type { Finding } from '../results/finding.ts';
import type { ScenarioRecord } from '../results/results.ts';
import { rollUp } from '../results/rollup.ts';
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
  let error: unknown;
  try {
    await scenario.play(contextFor((...judged) => findings.push(...judged.flat())));
  } catch (thrown) {
    error = thrown ?? new Error('an empty value was thrown');
  }
  const silent = scenario.covers.filter((id) => !findings.some(({ requirement }) => requirement === id));
  for (const requirement of silent) findings.push(unjudged(requirement, scenario.title, error));
  if (error && silent.length === 0) {
    for (const requirement of scenario.covers) findings.push(unjudged(requirement, scenario.title, error));
  }
  const graded = findings.map((finding) => gradeByProfile(finding, profile));
  return {
    id: scenario.id,
    title: scenario.title,
    service: scenario.service,
    covers: scenario.covers,
    startedAt: started.toISOString(),
    durationMs: Date.now() - started.getTime(),
    verdict: rollUp(graded).verdict,
    findings: graded,
    pictures: [],
  };
}

function unjudged(requirement: string, title: string, error: unknown): Finding {
  const base = { requirement, claim: title, assertions: 0, violations: [], violationCount: 0, exchanges: [] };
  if (!error)
    return { ...base, verdict: 'incomplete', reason: 'not-exercised', remark: 'the scenario did not get there' };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...base, verdict: 'incomplete', reason: 'harness-error', remark: message.slice(0, 2_000) };
}

/**
 * A warning on a duty that the product documents not to meet is recorded and not graded. A failure stays one: judges
 * that know the profile have already excused what it documents, and what is left is content that is wrong.
 */
export function gradeByProfile(finding: Finding, profile: Profile): Finding {
  if (finding.verdict !== 'warn') return finding;
  const deviation = profile.deviations.find(({ requirement }) => requirement === finding.requirement);
  if (!deviation) return finding;
  const documented = `${profile.title} documents: ${deviation.documented}`;
  return { ...finding, verdict: 'info', remark: [finding.remark, documented].filter(Boolean).join('; ') };
}
