import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Requirement } from '../../lib/requirements/requirement.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { requirementRecords, rollUp, summarise } from '../../lib/results/rollup.ts';
import { graver, INCOMPLETE_REASONS, VERDICTS } from '../../lib/results/verdict.ts';

const finding = (part: Partial<Finding>): Finding => ({
  requirement: 'A-001',
  verdict: 'pass',
  claim: 'holds',
  assertions: 1,
  breaches: [],
  breachCount: 0,
  exchanges: [],
  ...part,
});

const incomplete = (reason: Finding['reason'] & string, requirement = 'A-001'): Finding =>
  finding({ requirement, verdict: 'incomplete', reason, assertions: 0 });

const scenario = (findings: readonly Finding[], covers: readonly string[] = [], id = 'T01'): ScenarioRecord => ({
  id,
  title: 'a scenario',
  service: 'store',
  covers,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  verdict: rollUp(findings).verdict,
  findings,
  pictures: [],
});

const requirement = (id: string, level: Requirement['level'] = 'SHALL'): Requirement => ({
  id,
  service: 'Common',
  clause: 'PS3.18 §8',
  link: 'https://example.org/',
  level,
  severity: 'degraded',
  applies: 'always',
  statement: 'It holds.',
  matters: 'It matters.',
  remedy: 'Mend it.',
});

const register = [requirement('A-001'), requirement('A-002', 'derived'), requirement('A-003', 'MAY')];

describe('verdicts', () => {
  test('only escalate', () => {
    for (const [index, verdict] of VERDICTS.entries()) {
      for (const other of VERDICTS.slice(0, index)) {
        assert.equal(graver(verdict, other), verdict);
        assert.equal(graver(other, verdict), verdict);
      }
    }
  });
});

describe('rollUp', () => {
  test('of nothing is incomplete, never a pass', () => {
    assert.deepEqual(rollUp([]), { verdict: 'incomplete', reason: 'not-exercised' });
  });

  test('takes the gravest verdict', () => {
    assert.deepEqual(rollUp([finding({}), finding({ verdict: 'fail' }), finding({ verdict: 'warn' })]), {
      verdict: 'fail',
    });
    assert.deepEqual(rollUp([finding({}), finding({ verdict: 'info' })]), { verdict: 'info' });
  });

  test('lets a pass stand beside what there was nothing to see of', () => {
    for (const reason of ['not-exercised', 'not-claimed', 'excluded'] as const) {
      assert.deepEqual(rollUp([finding({}), incomplete(reason)]), { verdict: 'pass' });
    }
  });

  test('does not let a pass hide what could not be judged', () => {
    for (const reason of ['timed-out', 'prerequisite-failed', 'harness-error', 'unsafe'] as const) {
      assert.deepEqual(rollUp([finding({}), incomplete(reason)]), { verdict: 'incomplete', reason });
    }
  });

  test('keeps the reason of a requirement that nothing judged', () => {
    for (const reason of INCOMPLETE_REASONS)
      assert.deepEqual(rollUp([incomplete(reason)]), { verdict: 'incomplete', reason });
  });

  test('names the reason that somebody has to act on', () => {
    assert.deepEqual(rollUp([incomplete('not-claimed'), incomplete('harness-error')]), {
      verdict: 'incomplete',
      reason: 'harness-error',
    });
  });

  test('lets a failure outrank everything', () => {
    assert.deepEqual(rollUp([incomplete('harness-error'), finding({ verdict: 'fail' })]), { verdict: 'fail' });
  });
});

describe('requirementRecords', () => {
  test('lists what a scenario covers even when it found nothing', () => {
    const [record] = requirementRecords([scenario([], ['A-002'])], register);
    assert.equal(record?.id, 'A-002');
    assert.equal(record?.verdict, 'incomplete');
    assert.equal(record?.reason, 'not-exercised');
  });

  test('joins the findings of several scenarios, in the order of the register', () => {
    const records = requirementRecords(
      [scenario([finding({ requirement: 'A-003' }), finding({})]), scenario([finding({ verdict: 'fail' })], [], 'T02')],
      register,
    );
    assert.deepEqual(
      records.map(({ id, verdict, scenarios }) => [id, verdict, scenarios]),
      [
        ['A-001', 'fail', ['T01', 'T02']],
        ['A-003', 'pass', ['T01']],
      ],
    );
  });

  test('refuses a finding on a requirement that does not exist', () => {
    assert.throws(() => requirementRecords([scenario([finding({ requirement: 'X-1' })])], register), /X-1/);
  });
});

describe('summarise', () => {
  const summaryOf = (findings: readonly Finding[], failOn: 'fail' | 'warn' | 'never' = 'fail') => {
    const scenarios = [scenario(findings)];
    return summarise(scenarios, requirementRecords(scenarios, register), { failOn, cutShortBy: null, unmatched: 0 });
  };

  test('never exits 0 when nothing was judged', () => {
    for (const reason of INCOMPLETE_REASONS) {
      for (const failOn of ['fail', 'warn', 'never'] as const) {
        const summary = summaryOf([incomplete(reason)], failOn);
        assert.equal(summary.verdict, 'nothing-judged');
        assert.equal(summary.exitCode, reason === 'harness-error' ? 4 : 5, `${reason} ${failOn}`);
      }
    }
    assert.equal(summaryOf([]).exitCode, 5);
  });

  test('nothing was judged where no operation was shown to work or to fail', () => {
    const refused = { ...scenario([finding({})]), verdict: 'incomplete' } as const;
    const summary = (scenarios: readonly ScenarioRecord[]) =>
      summarise(scenarios, requirementRecords(scenarios, register), { failOn: 'fail', cutShortBy: null, unmatched: 0 });
    assert.deepEqual([summary([refused]).verdict, summary([refused]).exitCode], ['nothing-judged', 5]);
    assert.match(
      summary([refused]).sentence,
      /^No operation was shown to work or to fail; beside that, 1 requirement could/,
    );
    assert.equal(summary([refused, scenario([finding({})], [], 'T02')]).exitCode, 0);
  });

  test('exits by --fail-on', () => {
    const expected = { fail: { fail: 1, warn: 0 }, warn: { fail: 1, warn: 1 }, never: { fail: 0, warn: 0 } } as const;
    for (const failOn of ['fail', 'warn', 'never'] as const) {
      assert.equal(summaryOf([finding({ verdict: 'fail' })], failOn).exitCode, expected[failOn].fail);
      assert.equal(summaryOf([finding({ verdict: 'warn' })], failOn).exitCode, expected[failOn].warn);
      assert.equal(summaryOf([finding({})], failOn).exitCode, 0);
    }
  });

  test('a harness error is exit code 4, a request left unanswered 3, and neither outranks a breach that was found', () => {
    assert.equal(summaryOf([finding({}), incomplete('harness-error', 'A-002')]).exitCode, 4);
    assert.equal(summaryOf([finding({ verdict: 'fail' }), incomplete('harness-error', 'A-002')]).exitCode, 1);
    assert.equal(summaryOf([finding({}), incomplete('timed-out', 'A-002')]).exitCode, 3);
    assert.equal(summaryOf([finding({ verdict: 'fail' }), incomplete('timed-out', 'A-002')]).exitCode, 1);
  });

  test('conformant is a word for runs that saw everything they set out to see', () => {
    for (const reason of ['harness-error', 'timed-out'] as const) {
      const summary = summaryOf([finding({}), incomplete(reason, 'A-002')]);
      assert.equal(summary.verdict, 'incomplete', reason);
      assert.match(
        summary.sentence,
        /^Incomplete: not everything was seen\. No breach was found in 1 requirement judged/,
      );
    }
    const scenarios = [scenario([finding({})])];
    const records = requirementRecords(scenarios, register);
    const cut = summarise(scenarios, records, { failOn: 'fail', cutShortBy: 3, unmatched: 0 });
    assert.deepEqual([cut.verdict, cut.exitCode], ['incomplete', 3]);
    assert.equal(summaryOf([finding({ verdict: 'fail' }), incomplete('timed-out', 'A-002')]).verdict, 'not-conformant');
    assert.equal(summaryOf([finding({ verdict: 'warn' })], 'warn').verdict, 'conformant');
  });

  test('counts requirements by level and verdict, and findings by verdict', () => {
    const summary = summaryOf([
      finding({ verdict: 'fail' }),
      finding({}),
      finding({ requirement: 'A-002', verdict: 'warn' }),
      incomplete('not-claimed', 'A-003'),
    ]);
    assert.deepEqual(summary.counts, {
      SHALL: { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 1 },
      derived: { pass: 0, info: 0, incomplete: 0, warn: 1, fail: 0 },
      MAY: { pass: 0, info: 0, incomplete: 1, warn: 0, fail: 0 },
    });
    assert.deepEqual(summary.findings, { pass: 1, info: 0, incomplete: 1, warn: 1, fail: 1 });
    assert.deepEqual(summary.incomplete, { 'not-claimed': 1 });
    assert.equal(
      summary.sentence,
      'Not conformant: 1 requirement of 2 judged was breached. 1 requirement could not be judged.',
    );
  });

  test('says in words what was found', () => {
    assert.equal(summaryOf([finding({})]).sentence, 'No breach was found in 1 requirement judged.');
    assert.equal(
      summaryOf([finding({ verdict: 'warn' }), finding({ requirement: 'A-002' })]).sentence,
      'No breach was found in 2 requirements judged, with 1 warning.',
    );
    assert.equal(summaryOf([incomplete('timed-out')]).sentence, 'Not one requirement could be judged, of 1.');
  });

  test('says what stood in the way of most of what was not judged', () => {
    const hindered = (requirement: string) => ({ ...incomplete('prerequisite-failed', requirement), remark: 'no way' });
    const said = summaryOf([hindered('A-001'), hindered('A-002'), incomplete('not-exercised', 'A-003')]).sentence;
    assert.match(said, /Not one requirement could be judged, of 3\. What stood in the way: no way\.$/);
    assert.doesNotMatch(
      summaryOf([hindered('A-001'), incomplete('not-exercised', 'A-002'), incomplete('unsafe', 'A-003')]).sentence,
      /in the way/,
    );
  });
});
