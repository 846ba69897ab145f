import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requirementRecords, rollUp, unjudgedReasons } from '../../lib/results/rollup.ts';
import { graver, INCOMPLETE_REASONS, VERDICTS } from '../../lib/results/verdict.ts';
import { finding, incomplete, register, scenario } from './findings.ts';

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

  test('what was not judged in one place takes nothing from what was seen in another', () => {
    for (const reason of INCOMPLETE_REASONS) {
      for (const verdict of ['pass', 'info', 'warn', 'fail'] as const) {
        assert.deepEqual(rollUp([finding({ verdict }), incomplete(reason)]), { verdict });
      }
    }
  });

  test('what was not judged stands beside the verdict, by reason', () => {
    const judged = Array.from({ length: 12 }, () => finding({}));
    const all = [...judged, incomplete('prerequisite-failed'), incomplete('prerequisite-failed'), incomplete('unsafe')];
    assert.deepEqual(unjudgedReasons(all), { 'prerequisite-failed': 2, unsafe: 1 });
    assert.deepEqual(unjudgedReasons(judged), {});
    const [record] = requirementRecords([scenario(all)], register);
    assert.deepEqual(
      [record?.verdict, record?.judged, record?.notJudged],
      ['pass', 12, { 'prerequisite-failed': 2, unsafe: 1 }],
    );
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
