import assert from 'node:assert/strict';
import type { SeenBreach } from '../../lib/breaches/breach.ts';
import type { Finding } from '../../lib/results/finding.ts';

/** What a finding has to say beside the defaults of a pass. */
export interface Expected {
  readonly verdict?: Finding['verdict'];
  readonly reason?: Finding['reason'];
  readonly assertions?: number;
  /** Breaches as `breach()` makes them: code, place, parameters, bytes. */
  readonly breaches?: readonly SeenBreach[];
  readonly breachCount?: number;
  readonly remark?: string;
}

/** The finding is exactly as described; what is not described is as in a pass. */
export function expectFinding(finding: Finding | undefined, requirement: string, expected: Expected = {}): void {
  assert.ok(finding, 'there is a finding');
  const { verdict = 'pass', reason, assertions, breaches = [], remark } = expected;
  const { breachCount = breaches.length } = expected;
  const { claim, exchanges, breaches: seen, ...rest } = finding;
  assert.match(claim, /^[a-z].{9,}/, 'the claim is a sentence part');
  assert.ok(exchanges.length > 0 || verdict === 'incomplete', 'the exchanges are named');
  assert.deepEqual(rest, {
    requirement,
    verdict,
    ...(reason ? { reason } : {}),
    assertions: assertions ?? rest.assertions,
    breachCount,
    ...(remark ? { remark } : {}),
  });
  assert.deepEqual(
    seen.map(({ grade: _, exchange: __, ...breach }) => breach),
    breaches,
  );
  if (verdict === 'pass') assert.ok(rest.assertions > 0, 'something was compared');
}

/** The exchange that shows each breach, and its code: `X.1 answer-incomplete`. */
export function shownBy({ breaches }: Finding): readonly string[] {
  return breaches.map(({ exchange, code }) => `${exchange} ${code}`);
}

/** The finding on a requirement among several. */
export function findingOn(findings: readonly Finding[], requirement: string): Finding {
  const found = findings.filter((finding) => finding.requirement === requirement);
  assert.equal(found.length, 1, `one finding on ${requirement}`);
  return found[0] as Finding;
}
