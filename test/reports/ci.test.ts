import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HARMS } from '../../lib/breaches/harm.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { codeQualityText } from '../../reports/ci/code-quality.ts';
import { githubAnnotations, withoutCommands } from '../../reports/ci/github.ts';
import { ciProblems } from '../../reports/ci/problems.ts';
import { sarifText } from '../../reports/ci/sarif.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { finding, resultsOf, scenario, violation } from './fixtures.ts';
import { HOSTILE_TEXTS, hostileRun } from './hostile.ts';
import { crowdedRun } from './page/crowded-run.ts';
import { playFaults } from './play-fault.ts';
import { cleanRun, partialRun, tenFaultsRun } from './runs.ts';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly unknown[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly suppressions?: readonly { readonly justification: string }[];
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

function sarif(results: Results) {
  const log = JSON.parse(sarifText(results)) as Sarif;
  const [run] = log.runs;
  assert.ok(run && log.runs.length === 1);
  return { log, run };
}

/** A run with a breach whose observed text is this. */
function observing(actual: string): Results {
  return resultsOf([scenario('T06', [finding('JSON-001', 'fail', { breaches: [violation({ actual })] })])]);
}

const RUNS = [cleanRun(), tenFaultsRun(), partialRun(), crowdedRun(100), ...HOSTILE_TEXTS.map(hostileRun)];

test('SARIF has a result for each requirement of each cause, each with its rule, and names what GitHub needs', () => {
  for (const results of RUNS) {
    const { log, run } = sarif(results);
    assert.equal(log.version, '2.1.0');
    assert.equal(run.tool.driver.name, 'dicomweb-harness');
    const breached = causesOf(results).map(
      ({ sightings }) => new Set(sightings.map(({ finding }) => finding.requirement)),
    );
    assert.equal(
      run.results.length,
      breached.reduce((sum, { size }) => sum + size, 0),
    );
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.match(level, /^(error|warning)$/);
      assert.ok(message.text.length > 10);
      assert.match(locations[0]?.physicalLocation.artifactLocation.uri ?? '', /^tickets\/\d{3,}-[\w.-]+\.md$/);
      assert.match(partialFingerprints['dicomwebHarness/v1'] ?? '', /^[0-9a-f]{64}$/);
    }
    const prints = run.results.map((result) => result.partialFingerprints['dicomwebHarness/v1']);
    assert.equal(new Set(prints).size, prints.length);
  }
});

test('a run that is not decided does not look clean', () => {
  const [invocation] = sarif(partialRun()).run.invocations;
  assert.equal(invocation?.executionSuccessful, false);
  assert.ok((invocation?.toolExecutionNotifications.length ?? 0) > 1);
  assert.equal(sarif(cleanRun()).run.invocations[0]?.executionSuccessful, true);
});

test('a text of a server is no link and no placeholder of SARIF', () => {
  const [result] = sarif(observing('[click](http://127.0.0.1/) {0}')).run.results;
  assert.match(result?.message.text ?? '', /\\\[click\\\]\(http:\/\/127\.0\.0\.1\/\) \{\{0\}\}/);
});

test('the same defect has the same fingerprint in another run, another defect another one', async () => {
  const played = SCENARIOS.filter(({ id }) => ['T01', 'T02', 'T03', 'T12'].includes(id));
  const prints = async (fault: string) => ciProblems(await playFaults(played, [fault])).map((one) => one.fingerprint);
  const [first, again, other] = [
    await prints('study-search-ignores-keys'),
    await prints('study-search-ignores-keys'),
    await prints('search-finds-nothing'),
  ];
  assert.ok(first.length > 0 && other.length > 0);
  assert.deepEqual(first, again);
  assert.ok(other.every((print) => !first.includes(print)));
});

test('what the baseline accepts is suppressed in SARIF, is information for GitLab, and no annotation', () => {
  const run = tenFaultsRun();
  const accepted = (id: string) => id === 'STOW-001';
  const requirements = run.requirements.map((record) =>
    accepted(record.id) ? { ...record, baseline: { reason: 'known before 4.2' } } : record,
  );
  const results = { ...run, requirements };
  const suppressed = sarif(results).run.results.filter(({ suppressions }) => suppressions);
  assert.deepEqual(
    suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification]),
    [['STOW-001', 'known before 4.2']],
  );
  const issues = JSON.parse(codeQualityText(results)) as Record<string, unknown>[];
  for (const issue of issues.filter(({ check_name }) => check_name === 'STOW-001')) {
    assert.equal(issue.severity, 'info');
    assert.match(String(issue.description), /^Accepted \(known before 4\.2\): /);
  }
  assert.doesNotMatch(githubAnnotations(results), /STOW-001/);
  assert.match(githubAnnotations(run), /^::error title=STOW-001::/m);
});

test('GitLab has every problem with a severity by harm, gravest first', () => {
  const issues = JSON.parse(codeQualityText(tenFaultsRun())) as Record<string, unknown>[];
  assert.equal(issues.length, ciProblems(tenFaultsRun()).length);
  for (const issue of issues) {
    assert.deepEqual(Object.keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
    assert.match(String(issue.severity), /^(blocker|critical|major|minor|info)$/);
  }
  const failing = ciProblems(tenFaultsRun()).filter(({ leads, grade }) => leads && grade === 'fail');
  const harms = failing.map(({ harm }) => HARMS.indexOf(harm));
  assert.deepEqual(
    harms,
    harms.toSorted((left, right) => left - right),
  );
});

const INJECTIONS = [
  '\n::error::forged',
  '\r::set-env name=PATH::/tmp',
  '\u2028::add-mask::x',
  '%0A::error::forged',
  '##[add-mask]x',
  '::stop-commands::y',
  ...HOSTILE_TEXTS,
];

test('nothing that a server says becomes a command of a job', () => {
  for (const text of INJECTIONS) {
    const annotations = githubAnnotations(observing(text));
    const lines = annotations.trimEnd().split(/[\n\r\u2028\u2029\u0085]/);
    assert.equal(lines.length, 2, text);
    assert.match(lines[0] ?? '', /^::error title=JSON-001::/);
    assert.match(lines[1] ?? '', /^::notice title=DICOMweb conformance::Not conformant/);
    assert.doesNotMatch(annotations, /##\[|%0A::error/);
  }
});

test('GitHub is given as many annotations as it shows, and told how many more there are', () => {
  const lines = githubAnnotations(crowdedRun(100)).trimEnd().split('\n');
  assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
  assert.match(lines.at(-1) ?? '', / 90 problems more in report\.html\.$/);
});

test('the summary of a job stands between commands with a word that nobody knows', () => {
  const [first, second] = [withoutCommands('a\n::error::b'), withoutCommands('a\n::error::b')];
  const [, token] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(first) ?? [];
  assert.ok(token && first.endsWith(`\n::${token}::\n`));
  assert.notEqual(first, second);
});
