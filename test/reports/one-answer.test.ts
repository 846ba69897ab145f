import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../lib/breaches/breach.ts';
import { between, type Random, randomFrom } from '../../lib/portable/random.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { baselineOf, withBaseline } from '../../lib/results/baseline.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { FAIL_ON, type FailOn } from '../../lib/results/outcome.ts';
import { withRequired } from '../../lib/results/required.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import { summarise } from '../../lib/results/summary.ts';
import { INCOMPLETE_REASONS, VERDICTS } from '../../lib/results/verdict.ts';
import { codeQualityText } from '../../reports/ci/code-quality.ts';
import { sarifText } from '../../reports/ci/sarif.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { renderCertificate } from '../../reports/page/certificate.tsx';
import { exitLine, terminalSummary } from '../../reports/terminal.ts';
import { verdictWord } from '../../reports/verdict-words.ts';
import { finding, resultsOf, scenario } from './fixtures.ts';

const RUNS = 200;
const IDS = allRequirements().map(({ id }) => id);
const TODAY = '2026-11-24';

function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  return items[between(random, 0, items.length - 1)] as Item;
}

function randomFinding(random: Random): Finding {
  // Breaches are rare enough that each word comes about.
  const verdict = random() < 0.6 ? 'pass' : oneOf(random, VERDICTS);
  const requirement = oneOf(random, IDS);
  if (verdict === 'incomplete')
    return finding(requirement, verdict, { reason: oneOf(random, INCOMPLETE_REASONS), remark: 'nothing to judge' });
  if (verdict !== 'fail' && verdict !== 'warn') return finding(requirement, verdict);
  const seen = breach('value-differs', { kind: 'status' }, { tag: requirement, expected: 'a', actual: 'b' });
  return finding(requirement, verdict, { breaches: [{ ...seen, grade: verdict, exchange: null }] });
}

function randomScenario(random: Random, id: string): ScenarioRecord {
  const findings = Array.from({ length: between(random, 1, 3) }, () => randomFinding(random));
  if (random() < 0.75) return scenario(id, findings);
  const reason = oneOf(random, INCOMPLETE_REASONS);
  const claimed = oneOf(random, ['yes', 'no', 'unknown'] as const);
  const gap = finding(oneOf(random, IDS), 'incomplete', { reason, remark: 'not seen' });
  return scenario(id, random() < 0.5 ? [gap] : [...findings, gap], { verdict: 'incomplete', reason, claimed });
}

/** A run by a seed: whatever may be asked of one, and whatever may become of it. */
function runOf(seed: number): Results {
  const random = randomFrom(seed);
  const count = between(random, 1, 6);
  const scenarios = Array.from({ length: count }, (_, index) => randomScenario(random, `S${index}`));
  const failOn: FailOn = oneOf(random, FAIL_ON);
  const played = resultsOf(scenarios, [], random() < 0.2 ? { plan: readOnlyPlan() } : {});
  const cutShortBy = random() < 0.1 ? oneOf(random, [3, 5, 130]) : null;
  const run = { ...played.run, ...(cutShortBy === null ? {} : { completeness: 'partial' as const, why: 'cut' }) };
  const summary = summarise(scenarios, played.requirements, { failOn, cutShortBy, unmatched: 0 });
  const required = random() < 0.2 ? [oneOf(random, IDS)] : [];
  const whole = withRequired({ ...played, run, summary }, required, failOn);
  const accepting = random();
  if (accepting < 0.5) return whole;
  const { schema, entries } = baselineOf(accepting < 0.75 ? whole : runOf(seed + 1_000), 'warn', 'known');
  const some = accepting < 0.6 ? entries.filter(() => random() < 0.5) : entries;
  return withBaseline(whole, { schema, entries: some }, { failOn, today: TODAY });
}

function readOnlyPlan(): Results['plan'] {
  return { ...resultsOf([]).plan, isReadOnly: true };
}

const runs = Array.from({ length: RUNS }, (_, seed) => runOf(seed));

/** Fails with the seeds that do not hold. */
function each(what: string, holds: (results: Results) => boolean): void {
  const not = runs.flatMap((results, seed) => (holds(results) ? [] : [`${seed} ${results.summary.verdict}`]));
  assert.deepEqual(not, [], what);
}

function countOf(xml: string, name: string): number {
  return Number(new RegExp(`<testsuites [^>]*${name}="(\\d+)"`).exec(xml)?.[1]);
}

interface SarifRun {
  readonly invocations: readonly {
    readonly exitCode: number;
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly level: string }[];
  }[];
  readonly results: readonly { readonly level: string; readonly ruleId: string; readonly suppressions?: unknown }[];
  readonly properties: { readonly verdict: string };
}

function sarifOf(results: Results): SarifRun {
  return (JSON.parse(sarifText(results)) as { readonly runs: readonly SarifRun[] }).runs[0] as SarifRun;
}

test('the runs come to every word and every exit code', () => {
  const words = new Set(runs.map(({ summary }) => summary.verdict));
  assert.deepEqual([...words].toSorted(), ['accepted', 'conformant', 'failed', 'not-conformant', 'not-decided']);
  assert.deepEqual(
    [...new Set(runs.map(({ summary }) => summary.exitCode))].toSorted((left, right) => left - right),
    [0, 1, 3, 4, 5, 130],
  );
});

test('the word says what the exit code says, unless the run was told never to fail', () => {
  each('green words', ({ summary: { verdict, exitCode, failOn } }) => {
    const isGreen = verdict === 'conformant' || verdict === 'accepted';
    return failOn === 'never' ? !isGreen || exitCode === 0 : isGreen === (exitCode === 0);
  });
  each('red words', ({ summary: { verdict, exitCode, failOn }, run }) => {
    const isRed = verdict === 'not-conformant' || verdict === 'failed';
    return failOn === 'never' || run.completeness === 'partial' || isRed === (exitCode === 1);
  });
});

test('JUnit has a failure where a breach gates, and is green where the exit code is 0 and nowhere else', () => {
  each('JUnit', (results) => {
    const xml = junitXml(results);
    const [failures, errors] = [countOf(xml, 'failures'), countOf(xml, 'errors')];
    const { exitCode, failOn } = results.summary;
    const gating = results.requirements.filter(
      ({ verdict, baseline }) =>
        !baseline && failOn !== 'never' && (verdict === 'fail' || (verdict === 'warn' && failOn === 'warn')),
    ).length;
    return failures === gating && failures + errors > 0 === (exitCode !== 0);
  });
});

test('SARIF has errors where the exit code is not 0 and nowhere else, and each breach', () => {
  each('SARIF', (results) => {
    const { invocations, results: found, properties } = sarifOf(results);
    const [invocation] = invocations;
    const open = found.filter(({ suppressions }) => !suppressions);
    const notes = invocation?.toolExecutionNotifications ?? [];
    const isRed = [...open, ...notes].some(({ level }) => level === 'error');
    const breached = results.requirements.flatMap(({ id, verdict }) =>
      verdict === 'fail' || verdict === 'warn' ? [id] : [],
    );
    const { exitCode, verdict } = results.summary;
    return (
      invocation?.exitCode === exitCode &&
      properties.verdict === verdict &&
      isRed === (exitCode !== 0) &&
      breached.every((id) => found.some(({ ruleId }) => ruleId === id))
    );
  });
});

test('code quality has each breach', () => {
  each('code quality', (results) => {
    const named = new Set(
      (JSON.parse(codeQualityText(results)) as { readonly check_name: string }[]).map(({ check_name }) => check_name),
    );
    return results.requirements.every(({ id, verdict }) => (verdict !== 'fail' && verdict !== 'warn') || named.has(id));
  });
});

test('JSON lines, terminal, summary and certificate say the word, the exit code and the reason of the results', () => {
  each('words', (results) => {
    const { summary } = results;
    const [word, japanese] = verdictWord(results);
    const last = JSON.parse(jsonLines(results).trimEnd().split('\n').at(-1) ?? '{}') as Results['summary'];
    const said = [
      [terminalSummary(results, { color: false }), word.toUpperCase()],
      [terminalSummary(results, { color: false, language: 'ja' }), japanese],
      [summaryMarkdown(results), `**${word}.**`],
      [summaryMarkdown(results), `exit code ${summary.exitCode}`],
      [renderCertificate(results, {}), `>${word}<`],
      [exitLine(results), `exit ${summary.exitCode}: ${summary.why}`],
      [exitLine(results, 'ja'), `終了コード ${summary.exitCode}：`],
    ] as const;
    return (
      said.every(([text, part]) => text.includes(part)) &&
      last.verdict === summary.verdict &&
      last.exitCode === summary.exitCode &&
      last.why === summary.why &&
      results.summary.sentence.startsWith(`${word}`)
    );
  });
});
