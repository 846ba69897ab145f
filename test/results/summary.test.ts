import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../lib/results/finding.ts';
import { FAIL_ON, type RunEnd } from '../../lib/results/outcome.ts';
import type { ScenarioRecord, Summary } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { summarise } from '../../lib/results/summary.ts';
import { INCOMPLETE_REASONS } from '../../lib/results/verdict.ts';
import { finding, incomplete, register, scenario } from './findings.ts';

const END: RunEnd = { failOn: 'fail', cutShortBy: null, unmatched: 0 };

function summaryOf(scenarios: readonly ScenarioRecord[], end: Partial<RunEnd> = {}): Summary {
  return summarise(scenarios, requirementRecords(scenarios, register), { ...END, ...end });
}

const of = (...findings: readonly Finding[]): Summary => summaryOf([scenario(findings)]);
const outcome = ({ verdict, exitCode }: Summary) => [verdict, exitCode];

const works = scenario([finding({})]);
const fails = scenario([finding({ verdict: 'fail' })]);
/** An operation that was not judged, for a reason. */
const open = (reason: Finding['reason'] & string, changes: Partial<ScenarioRecord> = {}): ScenarioRecord => ({
  ...scenario([incomplete(reason, 'A-002')], [], 'T02'),
  ...changes,
});

describe('a run is conformant, not conformant or not decided', () => {
  test('not decided, and never exit code 0, when nothing was judged', () => {
    for (const reason of INCOMPLETE_REASONS) {
      for (const failOn of FAIL_ON) {
        const summary = summaryOf([scenario([incomplete(reason)])], { failOn });
        const exitCode = reason === 'harness-error' ? 4 : failOn === 'never' ? 0 : 5;
        assert.deepEqual(outcome(summary), ['not-decided', exitCode], `${reason} ${failOn}`);
      }
    }
    assert.deepEqual(outcome(of()), ['not-decided', 5]);
  });

  test('not decided where no operation was shown to work or to fail', () => {
    const refused = { ...works, verdict: 'incomplete', reason: 'not-claimed' } as const;
    assert.deepEqual(outcome(summaryOf([refused])), ['not-decided', 5]);
    assert.match(summaryOf([refused]).sentence, /^Not decided: no operation was shown to work or to fail\. No breach/);
    assert.equal(summaryOf([refused, scenario([finding({})], [], 'T02')]).exitCode, 0);
  });

  test('an operation that is claimed and was not judged leaves the run not decided, whatever the reason', () => {
    for (const reason of INCOMPLETE_REASONS) {
      const expected = {
        'not-claimed': ['conformant', 0],
        excluded: ['conformant', 0],
        'harness-error': ['not-decided', 4],
      }[reason as string] ?? ['not-decided', 5];
      for (const failOn of ['fail', 'warn'] as const) {
        assert.deepEqual(outcome(summaryOf([works, open(reason)], { failOn })), expected, `${reason} ${failOn}`);
      }
    }
    assert.match(
      summaryOf([works, open('over-limit')]).sentence,
      /^Not decided: 1 of 2 operations was not judged: T02\. No breach was found in 1 requirement judged\. 1 requirement/,
    );
  });

  test('a breach decides: exit code 1 however much was not judged, and the sentence says both', () => {
    for (const reason of INCOMPLETE_REASONS) {
      assert.deepEqual(outcome(summaryOf([fails, open(reason)])), ['not-conformant', 1], reason);
    }
    assert.match(
      summaryOf([fails, open('prerequisite-failed')]).sentence,
      /^Not conformant: 1 requirement of 1 judged was breached\. 1 of 2 operations was not judged: T02\./,
    );
  });

  test('--fail-on never asks for 0 whatever the verdict is, and the word stays what it is', () => {
    assert.deepEqual(outcome(summaryOf([fails, open('over-limit')], { failOn: 'never' })), ['not-conformant', 0]);
    assert.deepEqual(outcome(summaryOf([works, open('over-limit')], { failOn: 'never' })), ['not-decided', 0]);
    assert.equal(summaryOf([fails], { failOn: 'never' }).why, '--fail-on never, and the verdict is not conformant');
    assert.equal(summaryOf([works, open('harness-error')], { failOn: 'never' }).exitCode, 4);
  });

  test('a warning that gates fails the run by its word as well', () => {
    const warned = summaryOf([scenario([finding({ verdict: 'warn' })])], { failOn: 'warn' });
    assert.deepEqual(outcome(warned), ['failed', 1]);
    assert.match(warned.sentence, /^Failed: 1 warning, and --fail-on warn: A-001\. No breach was found in 1/);
    const besides = summaryOf([scenario([finding({ verdict: 'warn' })]), open('over-limit')], { failOn: 'warn' });
    assert.deepEqual(outcome(besides), ['failed', 1]);
  });

  test('the exit code has its reason', () => {
    const why = (scenarios: readonly ScenarioRecord[], end: Partial<RunEnd> = {}) => summaryOf(scenarios, end).why;
    assert.equal(why([fails]), '1 requirement was breached: A-001');
    assert.equal(why([works, open('over-limit')]), '1 of 2 operations was not judged: T02');
    assert.equal(why([works], { unmatched: 2 }), 'the baseline has 2 entries that accept nothing');
    assert.equal(why([works], { unmet: ['A-009'] }), 'required and not judged: A-009');
    assert.equal(why([fails], { cutShortBy: 130 }), 'the run was cut short');
    assert.equal(why([works]), 'no breach was found in what was tested');
  });

  test('what the profile denies or leaves open keeps no run undecided', () => {
    for (const claimed of ['no', 'unknown'] as const) {
      assert.deepEqual(outcome(summaryOf([works, open('prerequisite-failed', { claimed })])), ['conformant', 0]);
    }
  });

  test('of a selection it says that it is one', () => {
    const summary = summaryOf([works, open('excluded'), open('excluded', { id: 'T03' })]);
    assert.deepEqual(outcome(summary), ['conformant', 0]);
    assert.match(summary.sentence, /^Conformant in what was tested, 1 of 3 operations: no breach was found in 1/);
    assert.match(summaryOf([works]).sentence, /^Conformant in what was tested: no breach/);
  });

  test('a run that was cut short keeps the exit code of what cut it', () => {
    for (const cutShortBy of [3, 4, 130]) {
      assert.deepEqual(outcome(summaryOf([works], { cutShortBy })), ['not-decided', cutShortBy]);
      assert.deepEqual(outcome(summaryOf([fails], { cutShortBy })), ['not-conformant', cutShortBy]);
    }
    assert.match(summaryOf([works], { cutShortBy: 3 }).sentence, /^Not decided: the run was cut short\. No breach/);
  });
});

describe('an error of the harness does not vanish', () => {
  const failed = scenario([finding({}), incomplete('harness-error')], [], 'T02');

  test('behind a pass of the same requirement in another operation', () => {
    const scenarios = [works, { ...failed, verdict: 'pass' as const }];
    assert.equal(requirementRecords(scenarios, register)[0]?.verdict, 'pass');
    const summary = summaryOf(scenarios);
    assert.deepEqual(outcome(summary), ['not-decided', 4]);
    assert.match(summary.sentence, /^Not decided: the harness itself failed in T02\./);
  });

  test('behind a breach: exit code 1, and the sentence names both', () => {
    const summary = summaryOf([fails, failed]);
    assert.deepEqual(outcome(summary), ['not-conformant', 1]);
    assert.match(summary.sentence, /breached\. The harness itself failed in T02\./);
  });

  test('behind an operation that was left unanswered', () => {
    assert.equal(summaryOf([works, failed, open('timed-out')]).exitCode, 4);
  });
});

test('a request left unanswered does not vanish behind a pass either', () => {
  const summary = summaryOf([works, scenario([finding({}), incomplete('timed-out')], [], 'T02')]);
  assert.deepEqual(outcome(summary), ['not-decided', 5]);
  assert.match(summary.sentence, /^Not decided: requests were left unanswered in T02\./);
});

test('exits by --fail-on', () => {
  const expected = { fail: { fail: 1, warn: 0 }, warn: { fail: 1, warn: 1 }, never: { fail: 0, warn: 0 } } as const;
  for (const failOn of FAIL_ON) {
    for (const verdict of ['fail', 'warn'] as const) {
      assert.equal(summaryOf([scenario([finding({ verdict })])], { failOn }).exitCode, expected[failOn][verdict]);
    }
    assert.equal(summaryOf([works], { failOn }).exitCode, 0);
  }
  assert.equal(summaryOf([scenario([finding({ verdict: 'warn' })])], { failOn: 'warn' }).verdict, 'failed');
});

test('counts requirements by level and verdict, and findings by verdict', () => {
  const summary = of(
    finding({ verdict: 'fail' }),
    finding({}),
    finding({ requirement: 'A-002', verdict: 'warn' }),
    incomplete('not-claimed', 'A-003'),
  );
  assert.deepEqual(summary.counts, {
    SHALL: { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 1 },
    derived: { pass: 0, info: 0, incomplete: 0, warn: 1, fail: 0 },
    MAY: { pass: 0, info: 0, incomplete: 1, warn: 0, fail: 0 },
  });
  assert.deepEqual(summary.findings, { pass: 1, info: 0, incomplete: 1, warn: 1, fail: 1 });
  assert.equal(
    summary.sentence,
    'Not conformant: 1 requirement of 2 judged was breached. 1 requirement could not be judged.',
  );
});

test('says in words what was found', () => {
  assert.equal(of(finding({})).sentence, 'Conformant in what was tested: no breach was found in 1 requirement judged.');
  assert.equal(
    of(finding({ verdict: 'warn' }), finding({ requirement: 'A-002' })).sentence,
    'Conformant in what was tested: no breach was found in 2 requirements judged, with 1 warning.',
  );
  assert.equal(of(incomplete('timed-out')).sentence, 'Not decided: not one requirement could be judged, of 1.');
});

test('names a few of many operations', () => {
  const many = Array.from({ length: 7 }, (_, index) => open('over-limit', { id: `T0${index + 2}` }));
  assert.match(
    summaryOf([works, ...many]).sentence,
    /7 of 8 operations were not judged: T02, T03, T04, T05, T06 and 2 more\./,
  );
});

test('says what stood in the way of most of what was not judged', () => {
  const hindered = (requirement: string) => ({ ...incomplete('prerequisite-failed', requirement), remark: 'no way' });
  const said = of(hindered('A-001'), hindered('A-002'), incomplete('not-exercised', 'A-003')).sentence;
  assert.match(said, /not one requirement could be judged, of 3\. What stood in the way: no way\.$/);
  assert.doesNotMatch(
    of(hindered('A-001'), incomplete('not-exercised', 'A-002'), incomplete('unsafe', 'A-003')).sentence,
    /in the way/,
  );
});
