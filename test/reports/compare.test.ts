import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { type Random, randomFrom } from '../../lib/portable/random.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { CHANGE_KINDS, compareRuns, type Move } from '../../lib/results/compare.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { compareLoads } from '../../lib/results/load-compare.ts';
import type { Results } from '../../lib/results/results.ts';
import { VERDICTS } from '../../lib/results/verdict.ts';
import { compareHtml } from '../../reports/compare/html.tsx';
import { compareMarkdown } from '../../reports/compare/markdown.ts';
import { movesGrid } from '../../reports/compare/moves-grid.ts';
import { compareTerminal } from '../../reports/compare/terminal.ts';
import { balanceSentence, caveatText } from '../../reports/compare/words.ts';
import { markdownText } from '../../reports/markdown-escape.ts';
import { totals } from '../../reports/summary-table.ts';
import { finding, resultsOf, scenario, violation } from './fixtures.ts';
import { loadRun } from './runs.ts';

const run = (...findings: Finding[]) => resultsOf([scenario('T01', findings)]);
const seen = (verdict: Finding['verdict'], actual: string) =>
  finding('JSON-001', verdict, {
    breaches: [{ ...violation({ actual, claim: actual }), grade: verdict === 'warn' ? 'warn' : 'fail' }],
  });
const pass = finding('JSON-001', 'pass');
const fail = seen('fail', 'text/html');
const warn = seen('warn', 'text/html');
const seenTwice = finding('JSON-001', 'fail', {
  breaches: ['text/html', 'text/plain'].map((actual) => violation({ actual, claim: actual })),
  breachCount: 2,
});
const info = finding('JSON-001', 'info', { remark: 'as it likes' });
const incomplete = (reason: 'timed-out' | 'excluded') =>
  finding('JSON-001', 'incomplete', { reason, remark: 'so it is' });
const other = finding('JSON-002', 'pass');

/** Kind of the change between two findings on one requirement, and whether it makes the later run worse. */
function change(before: Finding, after: Finding): [kind: string, worse: boolean] | null {
  const [first] = compareRuns(run(before, other), run(after, other)).changes;
  return first ? [first.kind, first.worse] : null;
}

const CASES: readonly (readonly [
  name: string,
  before: Finding,
  after: Finding,
  expected: ReturnType<typeof change>,
])[] = [
  ['pass stays pass', pass, pass, null],
  ['a breach is mended', fail, pass, ['fixed', false]],
  ['a warning is mended', warn, info, ['fixed', false]],
  ['a pass becomes a breach', pass, fail, ['broken', true]],
  ['a pass becomes a warning', pass, warn, ['broken', true]],
  ['a note becomes a breach', info, fail, ['broken', true]],
  ['a warning becomes a breach', warn, fail, ['broken', true]],
  ['a breach becomes a warning', fail, warn, ['changed', false]],
  ['a breach is seen in another way', fail, seen('fail', 'text/plain'), ['changed', true]],
  ['a breach is seen in fewer ways', seenTwice, fail, ['changed', false]],
  ['a breach is seen in the same way', fail, seen('fail', 'text/html'), null],
  ['a pass is lost from sight', pass, incomplete('timed-out'), ['changed', true]],
  ['a pass is left out by choice', pass, incomplete('excluded'), ['changed', false]],
  ['a breach is lost from sight', fail, incomplete('timed-out'), ['changed', false]],
  ['what was not judged is a breach now', incomplete('timed-out'), fail, ['changed', true]],
  ['what was not judged is met now', incomplete('timed-out'), pass, ['changed', false]],
  ['another reason', incomplete('timed-out'), incomplete('excluded'), ['changed', false]],
  ['pass and note are another verdict', pass, info, ['changed', false]],
];

for (const [name, before, after, expected] of CASES) {
  test(`compares: ${name}`, () => assert.deepEqual(change(before, after), expected));
}

test('a breach whose particulars alone differ is the same breach', () => {
  const seen = (actual: string) => finding('JSON-001', 'fail', { breaches: [violation({ actual })] });
  const first = seen('instance 1.2.840.1.77 of 3 in 2026-03-02T09:00:00Z at http://127.0.0.1:40111/x');
  const second = seen('instance 1.2.840.1.99 of 4 in 2026-04-02T10:00:00Z at http://127.0.0.1:38222/x');
  assert.equal(change(first, second), null);
});

test('what is only in one run is new or gone; a new breach is worse', () => {
  const comparison = compareRuns(
    run(pass, other),
    run(other, finding('JSON-003', 'fail'), finding('JSON-004', 'pass')),
  );
  assert.deepEqual(
    comparison.changes.map(({ requirement, kind, worse }) => [requirement, kind, worse]),
    [
      ['JSON-003', 'new', true],
      ['JSON-004', 'new', false],
      ['JSON-001', 'gone', false],
    ],
  );
  assert.equal(comparison.unchanged, 1);
});

test('exit codes: nothing worse, something worse, nothing in common', () => {
  assert.equal(compareRuns(run(fail), run(pass)).exitCode, EXIT_CODES.conformant);
  assert.equal(compareRuns(run(pass), run(fail)).exitCode, EXIT_CODES.findings);
  assert.equal(compareRuns(run(pass), run(other)).exitCode, EXIT_CODES.notDecided);
  assert.equal(compareRuns(run(incomplete('excluded')), run(incomplete('excluded'))).exitCode, EXIT_CODES.notDecided);
});

test('says what makes two runs hard to compare', () => {
  const before = run(pass);
  const after: Results = {
    ...before,
    run: {
      ...before.run,
      id: 'another',
      completeness: 'partial',
      harness: { ...before.run.harness, version: '9.9.9', edition: '2025a' },
    },
  };
  const { caveats } = compareRuns(before, after);
  assert.deepEqual(caveats.length, 3);
  assert.match(
    caveats.map((one) => caveatText(one)[0]).join('; '),
    /edition.*harness version.*later run was cut short/,
  );
  assert.deepEqual(compareRuns(before, before).caveats, [{ kind: 'same-run' }]);
});

test('a known breach does not hide another one of the same duty, and both are told', () => {
  const comparison = compareRuns(run(fail), run(seen('fail', 'text/plain')));
  assert.equal(comparison.exitCode, EXIT_CODES.findings);
  assert.equal(comparison.sentence, 'Worse, or breached in a new way, in 1 requirement: 1 changed.');
  assert.match(compareTerminal(comparison, { color: false }), /was .*\n +now /);
  assert.equal(compareRuns(run(fail), run(seenTwice)).changes[0]?.after?.breach?.parameters.actual, 'text/plain');
});

test('says that other scenarios were played', () => {
  const more = resultsOf([
    scenario('T01', [pass]),
    scenario('paging', [other]),
    scenario('T02', [], { reason: 'excluded' }),
  ]);
  assert.deepEqual(compareRuns(run(pass), more).caveats.slice(1), [
    { kind: 'scenarios', before: [], after: ['paging'] },
  ]);
});

/** Changes to a run, and the fact that says that it is another one. */
const OTHERS: readonly (readonly [fact: string, change: (results: Results) => Results])[] = [
  ['target', (one) => ({ ...one, target: { ...one.target, baseUrl: 'http://elsewhere.example' } })],
  ['product', (one) => ({ ...one, target: { ...one.target, names: ['OtherArchive/4.2'] } })],
  ['profile', (one) => ({ ...one, target: { ...one.target, profile: { name: 'azure-dicom', title: 'Azure' } } })],
  ['edition', (one) => ({ ...one, run: { ...one.run, harness: { ...one.run.harness, edition: '2026b' } } })],
  ['dataset', (one) => ({ ...one, plan: { ...one.plan, dataset: 'own data set' } })],
  ['harness', (one) => ({ ...one, run: { ...one.run, harness: { ...one.run.harness, version: '9.9.9' } } })],
];

for (const [fact, changed] of OTHERS) {
  test(`says in every form and both languages that the ${fact} differs`, () => {
    const after = changed(run(pass));
    const comparison = compareRuns(run(pass), { ...after, run: { ...after.run, id: 'another' } });
    const [caveat, ...rest] = comparison.caveats;
    assert.ok(caveat?.kind === 'differs' && rest.length === 0);
    assert.equal(caveat.fact, fact);
    const [english, japanese] = caveatText(caveat);
    assert.ok(compareTerminal(comparison, { color: false }).includes(english));
    assert.ok(compareMarkdown(comparison).includes(markdownText(english)));
    for (const text of [english, japanese]) assert.ok(compareHtml(comparison).includes(text), text);
  });
}

test('another version of a product and another port of the embedded server are no other target', () => {
  const [one, two] = ['4.2', '4.3'].map((version, port) => {
    const results = run(pass);
    const target = {
      ...results.target,
      embedded: true,
      baseUrl: `http://127.0.0.1:${port}`,
      names: [`Archive/${version}`],
    };
    return { ...results, run: { ...results.run, id: version }, target };
  });
  assert.ok(one && two);
  assert.deepEqual(compareRuns(one, two).caveats, []);
});

test('what differs is told of load runs as well', () => {
  const other = { ...loadRun(), target: { ...loadRun().target, baseUrl: 'http://elsewhere.example' } };
  const { caveats } = compareLoads([loadRun()], [other]);
  assert.deepEqual(
    caveats.map(({ kind }) => kind),
    ['differs', 'few-runs'],
  );
});

const IDS = allRequirements()
  .slice(0, 40)
  .map(({ id }) => id);

/** A run of some requirements with any verdicts, breached in one way or another. */
function anyRun(random: Random): Results {
  const findings = IDS.filter(() => random() < 0.7).map((id) => {
    const verdict = VERDICTS[Math.floor(random() * VERDICTS.length)] ?? 'pass';
    const way = violation({ claim: random() < 0.5 ? 'one way' : 'another' });
    const breached = verdict === 'fail' || verdict === 'warn';
    return finding(id, verdict, breached ? { breaches: [{ ...way, grade: verdict }] } : {});
  });
  return run(...findings);
}

test('whatever two runs found, the counts add up to the requirements and to the verdicts of each run', () => {
  const random = randomFrom(20_260_302);
  for (let pair = 0; pair < 200; pair++) {
    const [before, after] = [anyRun(random), anyRun(random)];
    const comparison = compareRuns(before, after);
    const { total, moves, changes, unchanged } = comparison;
    const sum = (wanted: (move: Move) => boolean) =>
      moves.filter(wanted).reduce((count, move) => count + move.count, 0);
    const ids = new Set([...before.requirements, ...after.requirements].map(({ id }) => id));
    assert.equal(total, ids.size);
    assert.equal(
      sum(() => true),
      total,
    );
    assert.equal(changes.length + unchanged, total);
    for (const kind of CHANGE_KINDS) {
      assert.equal(
        sum((move) => move.kind === kind),
        changes.filter((change) => change.kind === kind).length,
      );
    }
    for (const verdict of VERDICTS) {
      assert.equal(
        sum((move) => move.before === verdict),
        totals(before)[verdict],
      );
      assert.equal(
        sum((move) => move.after === verdict),
        totals(after)[verdict],
      );
    }
    const { rows } = movesGrid(comparison);
    assert.equal(rows.at(-1)?.cells.at(-1), total);
    for (const { cells } of rows) {
      assert.equal(
        cells.slice(0, -1).reduce((one, other) => one + other, 0),
        cells.at(-1),
      );
    }
    const numbers = [...balanceSentence(comparison)[0].matchAll(/\d+/g)].map(Number);
    assert.equal(
      numbers.slice(1).reduce((one, other) => one + other, 0),
      numbers[0],
    );
  }
});

test('every form names every change and the sentence', () => {
  const comparison = compareRuns(
    run(pass, other, finding('JSON-004', 'fail')),
    run(fail, finding('JSON-003', 'pass'), finding('JSON-004', 'pass')),
  );
  for (const form of [
    compareTerminal(comparison, { color: false }),
    compareMarkdown(comparison),
    compareHtml(comparison),
  ]) {
    for (const { requirement, kind } of comparison.changes) {
      assert.ok(form.includes(requirement), requirement);
      assert.ok(form.includes(kind), kind);
    }
    assert.ok(form.includes(comparison.sentence));
  }
  assert.equal(comparison.sentence, 'Worse in 1 requirement: 1 broken, 1 new, 1 gone, 1 fixed.');
});
