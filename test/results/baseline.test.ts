import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Baseline, type BaselineEntry, baselineOf, withBaseline } from '../../lib/results/baseline.ts';
import { readBaseline, UnusableBaseline } from '../../lib/results/read-baseline.ts';
import type { Results } from '../../lib/results/results.ts';
import { finding, resultsOf, scenario, violation } from '../reports/fixtures.ts';

const PARTS = { failOn: 'fail', today: '2026-11-24' } as const;
const NO_ENTRY: BaselineEntry = { requirement: '', verdict: 'fail', fingerprint: '', reason: '' };

const broken = resultsOf([
  scenario('T06', [finding('JSON-018', 'fail'), finding('JSON-001', 'pass'), finding('JSON-004', 'warn')]),
]);
const known = baselineOf(broken, 'fail', 'fixed in 4.3');

function changed(baseline: Baseline, changes: Partial<BaselineEntry>): Baseline {
  const [entry = NO_ENTRY] = baseline.entries;
  return { ...baseline, entries: [{ ...entry, ...changes }] };
}

function outcome({ summary, unmatched }: Results): unknown[] {
  return [
    summary.verdict,
    summary.exitCode,
    ...(unmatched ?? []).map(({ requirement, why }) => `${requirement} ${why}`),
  ];
}

describe('a run held against a baseline', () => {
  test('what is accepted stays a breach, is marked, and gates no more', () => {
    assert.equal(broken.summary.exitCode, 1);
    const results = withBaseline(broken, changed(known, { owner: 'Ada', expires: '2027-03-31' }), PARTS);
    assert.deepEqual(outcome(results), ['not-conformant', 0]);
    const record = results.requirements.find(({ id }) => id === 'JSON-018');
    assert.deepEqual(
      [record?.verdict, record?.baseline],
      ['fail', { reason: 'fixed in 4.3', owner: 'Ada', expires: '2027-03-31' }],
    );
    assert.match(results.summary.sentence, /^Not conformant: .* The baseline accepts 1 requirement as breached\.$/);
    assert.deepEqual(results.summary.counts, broken.summary.counts, 'the counts are the same');
  });

  test('a breach that is not in it gates', () => {
    const worse = resultsOf([scenario('T06', [finding('JSON-018', 'fail'), finding('JSON-001', 'fail')])]);
    assert.deepEqual(outcome(withBaseline(worse, known, PARTS)), ['not-conformant', 1]);
  });

  test('a shard holds it against what it sees: what is met or breached in some of the ways here is for the merged run', () => {
    const shard = { index: 1, of: 2, selection: ['T06'] };
    const seen = (verdict: 'pass' | 'fail', claim = 'is of another type') => {
      const finding_ = finding('JSON-018', verdict, verdict === 'fail' ? { breaches: [violation({ claim })] } : {});
      const results = resultsOf([scenario('T06', [finding_])]);
      return withBaseline({ ...results, run: { ...results.run, shard } }, known, PARTS);
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
      'JSON-018 it is breached in another way than was accepted',
    ]);
  });

  test('an entry that accepts nothing gates, so that it does not outlive its breach', () => {
    const mended = resultsOf([scenario('T06', [finding('JSON-018', 'pass')])]);
    const results = withBaseline(mended, known, PARTS);
    assert.deepEqual(outcome(results), ['conformant', 1, 'JSON-018 it is met: remove the entry']);
    assert.match(results.summary.sentence, /The baseline has 1 entry that accepts nothing\.$/);
    const silent = resultsOf([scenario('T06', [finding('JSON-001', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(silent, known, PARTS)).slice(1), [
      1,
      'JSON-018 no scenario of this run judges it',
    ]);
    const unseen = resultsOf([scenario('T06', [finding('JSON-018', 'incomplete'), finding('JSON-001', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(unseen, known, PARTS)).slice(1), [
      1,
      'JSON-018 it was not judged (not-exercised)',
    ]);
  });

  test('who asks for a part of the scenarios does not hear of the rest of the baseline', () => {
    const excluded = finding('JSON-018', 'incomplete', { reason: 'excluded' });
    const part = resultsOf([scenario('T06', [excluded]), scenario('T01', [finding('JSON-001', 'pass')])]);
    assert.deepEqual(outcome(withBaseline(part, known, PARTS)), ['conformant', 0]);
  });

  test('an entry is good until the end of its last day', () => {
    const until = (expires: string) => outcome(withBaseline(broken, changed(known, { expires }), PARTS));
    assert.deepEqual(until('2026-11-24'), ['not-conformant', 0]);
    assert.deepEqual(until('2026-11-23'), ['not-conformant', 1, 'JSON-018 the entry expired on 2026-11-23']);
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
  refused(JSON.stringify({ ...known, entries: [...known.entries, ...known.entries] }), /two entries for JSON-018/);
  assert.throws(() => readBaseline(join(folder, 'none.json')), /cannot be read/);
});
