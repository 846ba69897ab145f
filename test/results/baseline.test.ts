import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  type AcceptedBreach,
  type Baseline,
  baselineOf,
  wholeBreach,
  withBaseline,
} from '../../lib/results/baseline.ts';
import { readBaseline, UnusableBaseline } from '../../lib/results/read-baseline.ts';
import { withRequired } from '../../lib/results/required.ts';
import type { Results } from '../../lib/results/results.ts';
import { finding, resultsOf, scenario, violation } from '../reports/fixtures.ts';

const PARTS = { failOn: 'fail', today: '2026-11-24' } as const;
const NO_ENTRY: AcceptedBreach = { requirement: '', verdict: 'fail', fingerprint: '', reason: '' };

const broken = resultsOf([
  scenario('T06', [finding('JSON-018', 'fail'), finding('JSON-001', 'pass'), finding('JSON-004', 'warn')]),
]);
const known = baselineOf(broken, 'fail', 'fixed in 4.3');

function changed({ schema, entries }: Baseline, changes: Partial<AcceptedBreach>): Baseline {
  const [entry = NO_ENTRY] = entries.filter((one) => one.verdict !== 'incomplete');
  return { schema, entries: [{ ...entry, ...changes }] };
}

function outcome({ summary, unmatched }: Results): unknown[] {
  return [
    summary.verdict,
    summary.exitCode,
    ...(unmatched ?? []).map(({ requirement, why }) => `${requirement} ${why}`),
  ];
}

const claimed = { claimed: 'yes' } as const;
const open = scenario('fuzzy-matching', [finding('QIDO-054', 'incomplete')], { ...claimed, verdict: 'incomplete' });

describe('what a run did not judge', () => {
  const works = scenario('T06', [finding('JSON-001', 'pass')], claimed);
  const run = resultsOf([works, open]);

  test('keeps it from exit code 0 until the baseline accepts it, with a reason', () => {
    assert.deepEqual(outcome(run), ['not-decided', 5]);
    const whole = baselineOf(run, 'fail', 'comes in 4.4');
    assert.deepEqual(whole.entries, [{ scenario: 'fuzzy-matching', verdict: 'incomplete', reason: 'comes in 4.4' }]);
    const held = withBaseline(run, whole, PARTS);
    assert.deepEqual(outcome(held), ['accepted', 0]);
    assert.equal(held.scenarios[1]?.baseline?.reason, 'comes in 4.4');
    const mended = resultsOf([works, scenario('fuzzy-matching', [finding('QIDO-054', 'pass')], claimed)]);
    assert.deepEqual(outcome(withBaseline(mended, whole, PARTS)), [
      'failed',
      1,
      'fuzzy-matching it was judged, or is not claimed: remove the entry',
    ]);
  });

  test('is accepted by requirement where it was required by name', () => {
    const unjudged = resultsOf([
      scenario('T06', [finding('JSON-001', 'pass'), finding('QIDO-054', 'incomplete')], claimed),
    ]);
    const required = withRequired(unjudged, ['QIDO-054'], 'fail');
    assert.deepEqual(outcome(required), ['not-decided', 5]);
    assert.deepEqual(outcome(withBaseline(required, baselineOf(required, 'fail', 'known'), PARTS)), ['accepted', 0]);
  });

  test('is not accepted where the harness itself failed', () => {
    const failed = resultsOf([
      works,
      scenario('T07', [finding('QIDO-001', 'incomplete', { reason: 'harness-error' })]),
    ]);
    assert.equal(withBaseline(failed, baselineOf(failed, 'fail', 'known'), PARTS).summary.exitCode, 4);
  });
});

describe('an entry belongs to a scenario', () => {
  const both = (t06: 'pass' | 'fail', paging: 'pass' | 'fail') =>
    resultsOf([scenario('T06', [finding('JSON-018', t06)]), scenario('paging', [finding('JSON-018', paging)])]);

  test('so that a run without it says nothing about it', () => {
    const entries = baselineOf(both('pass', 'fail'), 'fail', 'known');
    const tutorial = resultsOf([scenario('T06', [finding('JSON-018', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(tutorial, entries, PARTS)), ['conformant', 0]);
  });

  test('and accepts the breach of that scenario alone', () => {
    const one = baselineOf(both('fail', 'pass'), 'fail', 'known');
    assert.deepEqual(outcome(withBaseline(both('fail', 'fail'), one, PARTS)), ['not-conformant', 1]);
    const two = baselineOf(both('fail', 'fail'), 'fail', 'known');
    assert.deepEqual(outcome(withBaseline(both('fail', 'fail'), two, PARTS)), ['accepted', 0]);
    assert.deepEqual(outcome(withBaseline(both('pass', 'fail'), two, PARTS)), [
      'failed',
      1,
      'JSON-018 in T06 it is met: remove the entry',
    ]);
  });

  test('except where an earlier version wrote it, whose entries are of the whole run', () => {
    const { requirement, verdict } = { requirement: 'JSON-018', verdict: 'fail' } as const;
    const { fingerprint } = wholeBreach(broken, { requirement, verdict });
    const old = { ...known, entries: [{ requirement, verdict, fingerprint, reason: 'known' }] };
    assert.deepEqual(outcome(withBaseline(broken, old, PARTS)), ['accepted', 0]);
  });
});

describe('a run held against a baseline', () => {
  test('what is accepted stays a breach, is marked, and gates no more', () => {
    assert.equal(broken.summary.exitCode, 1);
    const results = withBaseline(broken, changed(known, { owner: 'Ada', expires: '2027-03-31' }), PARTS);
    assert.deepEqual(outcome(results), ['accepted', 0]);
    const record = results.requirements.find(({ id }) => id === 'JSON-018');
    assert.deepEqual(
      [record?.verdict, record?.baseline],
      ['fail', { reason: 'fixed in 4.3', owner: 'Ada', expires: '2027-03-31' }],
    );
    assert.match(
      results.summary.sentence,
      /^Accepted by the baseline: 1 requirement of 3 judged was breached\. The baseline accepts 1 requirement or operation\.$/,
    );
    assert.deepEqual(results.summary.counts, broken.summary.counts, 'the counts are the same');
  });

  test('a breach that is not in it gates', () => {
    const worse = resultsOf([scenario('T06', [finding('JSON-018', 'fail'), finding('JSON-001', 'fail')])]);
    assert.deepEqual(outcome(withBaseline(worse, known, PARTS)), ['not-conformant', 1]);
  });

  test('a shard holds an entry of the whole run against what it sees: what is met or breached in some of the ways here is for the merged run', () => {
    const shard = { index: 1, of: 2, selection: ['T06'] };
    const entries = known.entries.map(
      (entry) => ({ requirement: 'JSON-018', verdict: 'fail', reason: entry.reason }) as const,
    );
    const { fingerprint } = wholeBreach(broken, { requirement: 'JSON-018', verdict: 'fail' });
    const ofWhole = { ...known, entries: entries.map((entry) => ({ ...entry, fingerprint })) };
    const seen = (verdict: 'pass' | 'fail', claim = 'is of another type') => {
      const finding_ = finding('JSON-018', verdict, verdict === 'fail' ? { breaches: [violation({ claim })] } : {});
      const results = resultsOf([scenario('T06', [finding_])]);
      return withBaseline({ ...results, run: { ...results.run, shard } }, ofWhole, PARTS);
    };
    assert.equal(seen('fail').summary.exitCode, 0);
    assert.deepEqual(seen('pass').unmatched, []);
    const expired = changed(known, { expires: '2026-11-01' });
    const broken_ = { ...broken, run: { ...broken.run, shard } };
    assert.equal(withBaseline(broken_, expired, PARTS).summary.exitCode, 1);
  });

  test('the same requirement breached in another way is another breach', () => {
    const other = violation({ claim: 'is of another type' });
    const results = resultsOf([scenario('T06', [finding('JSON-018', 'fail', { breaches: [other] })])]);
    assert.deepEqual(outcome(withBaseline(results, known, PARTS)), [
      'not-conformant',
      1,
      'JSON-018 in T06 it is breached in another way than was accepted',
    ]);
  });

  test('an entry that accepts nothing gates, so that it does not outlive its breach', () => {
    const mended = resultsOf([scenario('T06', [finding('JSON-018', 'pass')])]);
    const results = withBaseline(mended, known, PARTS);
    assert.deepEqual(outcome(results), ['failed', 1, 'JSON-018 in T06 it is met: remove the entry']);
    assert.match(results.summary.sentence, /^Failed: the baseline has 1 entry that accepts nothing\. No breach/);
    const silent = resultsOf([scenario('T06', [finding('JSON-001', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(silent, known, PARTS)).slice(1), [
      1,
      'JSON-018 in T06 no scenario of this run judges it',
    ]);
    const unseen = resultsOf([scenario('T06', [finding('JSON-018', 'incomplete'), finding('JSON-001', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(unseen, known, PARTS)).slice(1), [
      1,
      'JSON-018 in T06 it was not judged (not-exercised)',
    ]);
  });

  test('who asks for a part of the scenarios does not hear of the rest of the baseline', () => {
    const excluded = finding('JSON-018', 'incomplete', { reason: 'excluded' });
    const part = resultsOf([
      scenario('T06', [excluded], { verdict: 'incomplete', reason: 'excluded' }),
      scenario('T01', [finding('JSON-001', 'pass')]),
    ]);
    assert.deepEqual(outcome(withBaseline(part, known, PARTS)), ['conformant', 0]);
  });

  test('an entry is good until the end of its last day', () => {
    const until = (expires: string) => outcome(withBaseline(broken, changed(known, { expires }), PARTS));
    assert.deepEqual(until('2026-11-24'), ['accepted', 0]);
    assert.deepEqual(until('2026-11-23'), ['not-conformant', 1, 'JSON-018 in T06 the entry expired on 2026-11-23']);
  });

  test('warnings are accepted where warnings gate', () => {
    const both = baselineOf(broken, 'warn', 'known');
    assert.deepEqual(
      both.entries.map(({ requirement, verdict }) => `${requirement} ${verdict}`),
      ['JSON-004 warn', 'JSON-018 fail'],
    );
    assert.equal(withBaseline(broken, both, { ...PARTS, failOn: 'warn' }).summary.exitCode, 0);
    assert.equal(withBaseline(broken, known, { ...PARTS, failOn: 'warn' }).summary.exitCode, 1);
  });

  test('a run that was cut short keeps the exit code that says so', () => {
    const { run, summary } = broken;
    const cut: Results = { ...broken, run: { ...run, completeness: 'partial' }, summary: { ...summary, exitCode: 3 } };
    assert.equal(withBaseline(cut, known, PARTS).summary.exitCode, 3);
  });
});

test('a baseline file is read as it was written, and a wrong one is refused by file and field', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'baseline.json');
  const refused = (text: string, says: RegExp) => {
    writeFileSync(file, text);
    assert.throws(
      () => readBaseline(file),
      (error: unknown) => {
        assert.ok(error instanceof UnusableBaseline);
        assert.ok(error.message.startsWith(file));
        assert.match(error.message, says);
        return true;
      },
    );
  };
  writeFileSync(file, JSON.stringify(known));
  assert.deepEqual(readBaseline(file), known);
  refused('{', /is not JSON/);
  refused('[]', /must be object/);
  refused(
    JSON.stringify({ ...known, schema: 'dicomweb-harness/baseline/2' }),
    /is of version .*baseline\/2; this harness reads/,
  );
  refused(JSON.stringify(changed(known, { reason: '' })), /\/entries\/0\/reason/);
  refused(JSON.stringify(changed(known, { expires: 'soon' })), /\/entries\/0\/expires/);
  refused(JSON.stringify(changed(known, { requirement: 'JSON-999' })), /unknown requirement "JSON-999"/);
  refused(
    JSON.stringify({ ...known, entries: [...known.entries, ...known.entries] }),
    /two entries for JSON-018 in T06/,
  );
  assert.throws(() => readBaseline(join(folder, 'none.json')), /does not exist/);
});
