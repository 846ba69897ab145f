import type { Requirement } from '../../lib/requirements/requirement.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { rollUp } from '../../lib/results/rollup.ts';

export const finding = (part: Partial<Finding>): Finding => ({
  requirement: 'A-001',
  verdict: 'pass',
  claim: 'holds',
  assertions: 1,
  breaches: [],
  breachCount: 0,
  exchanges: [],
  ...part,
});

export const incomplete = (reason: Finding['reason'] & string, requirement = 'A-001'): Finding =>
  finding({ requirement, verdict: 'incomplete', reason, assertions: 0 });

export const scenario = (findings: readonly Finding[], covers: readonly string[] = [], id = 'T01'): ScenarioRecord => ({
  id,
  title: 'a scenario',
  service: 'store',
  covers,
  claimed: 'yes',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  ...rollUp(findings),
  findings,
  pictures: [],
});

export const requirement = (id: string, level: Requirement['level'] = 'SHALL'): Requirement => ({
  id,
  service: 'Common',
  clause: 'PS3.18 §8',
  link: 'https://example.org/',
  level,
  statement: 'It holds.',
});

export const register = [requirement('A-001'), requirement('A-002', 'derived'), requirement('A-003', 'MAY')];
