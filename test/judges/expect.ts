import assert from 'node:assert/strict';
import type { Finding, Violation } from '../../lib/results/finding.ts';

/** What a finding has to say beside the defaults of a pass. */
export interface Expected {
  readonly verdict?: Finding['verdict'];
  readonly reason?: Finding['reason'];
  readonly assertions?: number;
  readonly violations?: readonly Violation[];
  readonly violationCount?: number;
  readonly remark?: string;
}

/** The finding is exactly as described; what is not described is as in a pass. */
export function expectFinding(finding: Finding | undefined, requirement: string, expected: Expected = {}): void {
  assert.ok(finding, 'there is a finding');
  const {
    verdict = 'pass',
    reason,
    assertions,
    violations = [],
    violationCount = violations.length,
    remark,
  } = expected;
  const { claim, exchanges, ...rest } = finding;
  assert.match(claim, /^[a-z].{9,}/, 'the claim is a sentence part');
  assert.ok(exchanges.length > 0 || verdict === 'incomplete', 'the exchanges are named');
  assert.deepEqual(rest, {
    requirement,
    verdict,
    ...(reason ? { reason } : {}),
    assertions: assertions ?? rest.assertions,
    violations,
    violationCount,
    ...(remark ? { remark } : {}),
  });
  if (verdict === 'pass') assert.ok(rest.assertions > 0, 'something was compared');
}

/** The finding on a requirement among several. */
export function findingOn(findings: readonly Finding[], requirement: string): Finding {
  const found = findings.filter((finding) => finding.requirement === requirement);
  assert.equal(found.length, 1, `one finding on ${requirement}`);
  return found[0] as Finding;
}
