import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allRequirements } from '../../lib/requirements/register.ts';
import { flakyIn } from '../../lib/results/join/flaky.ts';
import type { Joining } from '../../lib/results/join/joined.ts';
import { renamed } from '../../lib/results/join/renamed.ts';
import { joinRepetitions } from '../../lib/results/join/repetitions.ts';
import { joinShards } from '../../lib/results/join/shards.ts';
import { resultsProblems } from '../../lib/results/read-results.ts';
import { unmetIn, withRequired } from '../../lib/results/required.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { japaneseSentence } from '../../reports/page/first/verdict-sentence.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { terminalSummary } from '../../reports/terminal.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const JOINING: Joining = {
  id: 'joined',
  command: ['dicomweb-harness', 'merge'],
  register: allRequirements(),
  suites: { tutorial: ['STOW-001'], duties: ['QIDO-060'] },
  failOn: 'fail',
};
const SELECTION = ['T01', 'T12'];

function judged(id: string, requirement: string, verdict: Verdict): ScenarioRecord {
  const found = finding(requirement, verdict, { exchanges: [`${id}.1`] });
  return scenario(id, [found], { verdict, ...(verdict === 'incomplete' ? { reason: 'timed-out' } : {}) });
}

function leftOut(id: string, requirement: string): ScenarioRecord {
  const found = finding(requirement, 'incomplete', { reason: 'excluded' });
  return scenario(id, [found], { verdict: 'incomplete', reason: 'excluded' });
}

function shard(index: number, scenarios: readonly ScenarioRecord[], changes: Partial<Results> = {}): Results {
  const run = resultsOf(scenarios, [exchange('T01.1'), exchange('T12.1')], changes);
  return { ...run, run: { ...run.run, shard: { index, of: 2, selection: SELECTION } } };
}

const first = shard(1, [judged('T01', 'STOW-001', 'pass'), leftOut('T12', 'QIDO-001')]);
const second = shard(2, [leftOut('T01', 'STOW-001'), judged('T12', 'QIDO-001', 'pass')]);

describe('shards of one run', () => {
  test('together are the run: verdicts, coverage and sentence', () => {
    const whole = resultsOf([judged('T01', 'STOW-001', 'pass'), judged('T12', 'QIDO-001', 'pass')]);
    const merged = joinShards([second, first], JOINING);
    assert.deepEqual(
      merged.requirements.map(({ id, verdict }) => [id, verdict]),
      whole.requirements.map(({ id, verdict }) => [id, verdict]),
    );
    assert.equal(merged.coverage?.judged, whole.coverage?.judged);
    assert.equal(merged.summary.verdict, 'conformant');
    assert.equal(merged.summary.sentence, whole.summary.sentence);
    assert.equal(merged.run.completeness, 'complete');
    assert.deepEqual(resultsProblems(JSON.parse(JSON.stringify(merged))), []);
  });

  test('a requirement that one of them saw breached is breached', () => {
    const breached = shard(2, [leftOut('T01', 'STOW-001'), judged('T12', 'STOW-001', 'fail')]);
    const merged = joinShards([first, breached], JOINING);
    assert.equal(merged.requirements.find(({ id }) => id === 'STOW-001')?.verdict, 'fail');
    assert.equal(merged.summary.exitCode, 1);
  });

  test('are not conformant while one is missing', () => {
    const { run, summary } = joinShards([second], JOINING);
    assert.deepEqual([run.completeness, run.why], ['partial', 'of 2 shards these are missing: 1']);
    assert.deepEqual([summary.verdict, summary.exitCode], ['not-decided', 5]);
  });

  test('that do not belong together are refused', () => {
    const other = { ...second, target: { ...second.target, baseUrl: 'http://127.0.0.1/other' } };
    const selected = { ...second, run: { ...second.run, shard: { index: 2, of: 2, selection: ['T01'] } } };
    assert.throws(() => joinShards([first, other], JOINING), /the target is/);
    assert.throws(() => joinShards([first, selected], JOINING), /the selection of scenarios/);
    assert.throws(() => joinShards([first, first], JOINING), /shard 1 of 2 is there twice/);
    assert.throws(() => joinShards([first, resultsOf([])], JOINING), /no shard/);
  });

  test('keep what they saw apart: an exchange of one is not taken for that of another', () => {
    const { exchanges, scenarios } = joinShards([first, second], JOINING);
    assert.deepEqual(
      exchanges.map(({ id }) => id),
      ['T01-shard1.1', 'T12-shard1.1', 'T01-shard2.1', 'T12-shard2.1'],
    );
    assert.deepEqual(scenarios[1]?.findings[0]?.exchanges, ['T12-shard2.1']);
  });

  test('are asked only for what they judge of what is required, all of them for all', () => {
    const required = ['STOW-001', 'QIDO-001'];
    const parts = [first, second].map((part) => withRequired(part, required, 'fail'));
    for (const part of parts) assert.equal(part.summary.exitCode, 0, part.summary.sentence);
    assert.equal(joinShards(parts, JOINING).summary.exitCode, 0);
    const open = shard(2, [leftOut('T01', 'STOW-001'), judged('T12', 'QIDO-001', 'incomplete')]);
    const { summary } = joinShards([parts[0] ?? first, withRequired(open, required, 'fail')], JOINING);
    assert.equal(summary.exitCode, 5);
  });
});

test('files of the evidence are found below the folder of their run, and nothing outside of it', () => {
  const body = (file: string) => ({ length: 1, sha256: 'a', file });
  const of = (file: string): string | null | undefined => {
    const request = { method: 'POST', url: 'http://127.0.0.1/', headers: [], body: body(file) };
    const run = resultsOf([], [exchange('T01.1', { request, curl: `curl --data-binary @${file}` })]);
    const [seen] = renamed(run, 'shard2').exchanges;
    assert.equal(seen?.curl, `curl --data-binary @${seen?.request.body?.file ?? 'BODY'}`);
    return seen?.request.body?.file;
  };
  assert.equal(of('evidence/T01.1.request'), 'evidence/shard2/T01.1.request');
  assert.equal(of('evidence/../../secret'), null);
  assert.equal(of('/etc/passwd'), null);
});

describe('repetitions of one run', () => {
  const run = (...verdicts: readonly [Verdict, Verdict]): Results =>
    resultsOf([judged('T01', 'STOW-001', verdicts[0]), judged('T12', 'QIDO-001', verdicts[1])], [exchange('T01.1')]);
  const steady = run('pass', 'pass');

  test('that all pass pass, and nothing is flaky', () => {
    const joined = joinRepetitions([steady, steady], JOINING);
    assert.deepEqual([joined.summary.verdict, joined.summary.exitCode], ['conformant', 0]);
    assert.deepEqual(flakyIn(joined.requirements), []);
    assert.deepEqual(joined.requirements[0]?.repetitions, ['pass', 'pass']);
    assert.deepEqual(resultsProblems(JSON.parse(JSON.stringify(joined))), []);
  });

  for (const other of ['fail', 'warn', 'incomplete', 'info'] as const) {
    test(`a verdict that is ${other} once is told as flaky and is no pass`, () => {
      const joined = joinRepetitions([steady, run('pass', other), steady, steady], JOINING);
      const record = joined.requirements.find(({ id }) => id === 'QIDO-001');
      assert.equal(record?.verdict, other);
      const [flaky, ...none] = flakyIn(joined.requirements);
      assert.deepEqual(none, []);
      assert.deepEqual(flaky, {
        id: 'QIDO-001',
        verdicts: [
          ['pass', 3],
          [other, 1],
        ],
        repetitions: 4,
        rate: 0.25,
      });
      assert.equal(joined.summary.exitCode, { fail: 1, warn: 0, incomplete: 5, info: 0 }[other]);
      assert.match(joined.summary.sentence, /1 requirement did not end the same way each time: QIDO-001\./);
      assert.match(japaneseSentence(joined), /1 件の要件は毎回同じ判定になりませんでした/);
      for (const told of [terminalSummary(joined, { color: false }), summaryMarkdown(joined), renderPage(joined)]) {
        assert.match(told, /QIDO-001 .*of 4 \(25 %\)/);
      }
      assert.match(junitXml(joined), new RegExp(`name="repetitions" value="pass ${other} pass pass"`));
    });
  }
});

test('what is required and was not judged leaves the run undecided, and breaches gate all the same', () => {
  const run = (verdict: Verdict, other: Verdict): Results =>
    resultsOf([
      scenario('T01', [finding('STOW-001', verdict), finding('STOW-006', 'pass')], { verdict: 'pass' }),
      judged('T12', 'QIDO-001', other),
    ]);
  const open = withRequired(run('incomplete', 'pass'), ['STOW-001'], 'fail');
  assert.deepEqual([open.summary.verdict, open.summary.exitCode], ['not-decided', 5]);
  assert.match(open.summary.sentence, /required and not judged: STOW-001/);
  assert.match(japaneseSentence(open), /必須とした要件を判定できませんでした（STOW-001）/);
  assert.equal(run('incomplete', 'pass').summary.exitCode, 0);
  assert.equal(withRequired(run('pass', 'pass'), ['STOW-001'], 'fail').summary.exitCode, 0);
  assert.equal(withRequired(run('incomplete', 'fail'), ['STOW-001'], 'fail').summary.exitCode, 1);
});

test('of a service that is required one may be left that the server gave no occasion for, but not all', () => {
  const judged = finding('STOW-001', 'pass');
  const idle = { ...finding('STOW-002', 'incomplete'), reason: 'not-exercised' } as const;
  const failed = { ...finding('STOW-003', 'incomplete'), reason: 'prerequisite-failed' } as const;
  const unmet = (...findings: Parameters<typeof scenario>[1]) =>
    unmetIn(resultsOf([scenario('T01', findings)]), ['STOW-RS']);
  assert.deepEqual(unmet(judged, idle), []);
  assert.deepEqual(unmet(judged, failed), ['STOW-003']);
  assert.deepEqual(unmet(idle), ['STOW-RS']);
  assert.deepEqual(unmetIn(resultsOf([scenario('T01', [judged, idle])]), ['STOW-002']), ['STOW-002']);
});
