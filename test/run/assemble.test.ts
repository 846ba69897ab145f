import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { FailOn } from '../../lib/results/outcome.ts';
import { resultsProblems } from '../../lib/results/read-results.ts';
import type { Results } from '../../lib/results/results.ts';
import { assemble } from '../../lib/run/assemble.ts';
import { type CutShort, cutShortByError, INTERRUPTED } from '../../lib/run/cut-short.ts';
import type { JournalEntry } from '../../lib/run/journal.ts';
import type { RunSetup } from '../../lib/run/setup.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import { FIRST, findingOf, SECOND, scenarioOf } from './scenarios.ts';

const SCENARIOS = [scenarioOf({ id: 'S1' }), scenarioOf({ id: 'S2', title: 'does the next thing' })];

const SETUP: RunSetup = {
  id: '6a1f2c0e-0000-4000-8000-000000000000',
  secret: 'of the run',
  command: ['dicomweb-harness', 'conformance'],
  startedAt: '2026-03-02T09:00:00.000Z',
  target: { target: 'http://127.0.0.1:9/dicom-web', embedded: false },
  record: {
    baseUrl: 'http://127.0.0.1:9/dicom-web',
    names: [],
    embedded: false,
    profile: { name: 'standard', title: 'standard' },
    authentication: 'none',
    capabilities: [{ feature: 'store', claimed: 'yes', observed: 'unknown', evidence: '' }],
  },
  dataset: null,
  freshUids: null,
  plays: [],
  scenarios: ['S1', 'S2'],
};

function played(id: string, verdict: 'pass' | 'warn' | 'fail'): JournalEntry {
  const { title, service, covers } = scenarioOf();
  return {
    kind: 'scenario',
    record: {
      id,
      title,
      service,
      covers,
      claimed: 'yes',
      startedAt: SETUP.startedAt,
      durationMs: 1,
      verdict,
      findings: covers.map((requirement) => findingOf(requirement, verdict)),
      pictures: [],
    },
  };
}

interface Given {
  readonly selected?: readonly string[];
  readonly cutShort?: CutShort | null;
  readonly failOn?: FailOn;
}

function assembled(
  entries: readonly JournalEntry[],
  { selected, cutShort = null, failOn = 'fail' }: Given = {},
): Results {
  const results = assemble({
    setup: { ...SETUP, scenarios: selected ?? SETUP.scenarios },
    plan: { dataset: 'tutorial', instances: 3, bytes: 9, studies: ['1.2'], stays: null },
    entries,
    scenarios: SCENARIOS,
    features: loadProfile('standard').features,
    suites: { tutorial: [FIRST, SECOND] },
    remains: [],
    failOn,
    cutShort,
  });
  assert.deepEqual(resultsProblems(results), []);
  return results;
}

function outcomes({ scenarios }: Results): string[] {
  return scenarios.map(({ id, verdict, reason }) => [id, verdict, reason].filter(Boolean).join(' '));
}

test('a run that came to its end is complete, and its verdicts are those of the journal', () => {
  const results = assembled([played('S1', 'pass'), played('S2', 'pass')]);
  assert.deepEqual(outcomes(results), ['S1 pass', 'S2 pass']);
  assert.equal(results.run.completeness, 'complete');
  assert.equal(results.summary.exitCode, EXIT_CODES.conformant);
  assert.deepEqual(results.run.command, SETUP.command);
});

test('a scenario that left no record is an error of the harness, with every requirement that it covers', () => {
  const results = assembled([played('S1', 'pass')]);
  assert.deepEqual(outcomes(results), ['S1 pass', 'S2 incomplete harness-error']);
  assert.deepEqual(
    results.scenarios[1]?.findings.map(({ requirement }) => requirement),
    [FIRST, SECOND],
  );
  assert.equal(results.summary.exitCode, EXIT_CODES.harnessError);
});

test('a breach weighs more than an error of the harness', () => {
  assert.equal(assembled([played('S1', 'fail')]).summary.exitCode, EXIT_CODES.findings);
});

test('an interrupted run is partial, keeps what was judged, and blames nobody for the rest', () => {
  const results = assembled([played('S1', 'fail')], { cutShort: INTERRUPTED });
  assert.deepEqual(outcomes(results), ['S1 fail', 'S2 incomplete not-exercised']);
  assert.deepEqual([results.run.completeness, results.run.why], ['partial', INTERRUPTED.why]);
  assert.equal(results.summary.exitCode, EXIT_CODES.interrupted);
});

test('a defect of the harness that ended the run stands at all that was not played', () => {
  const cutShort = cutShortByError(new TypeError('not a function'));
  const results = assembled([], { cutShort });
  assert.deepEqual(outcomes(results), ['S1 incomplete harness-error', 'S2 incomplete harness-error']);
  assert.equal(results.summary.exitCode, EXIT_CODES.harnessError);
  assert.match(results.run.why ?? '', /not a function/);
});

test('what was played only because others build on it is excluded, however it went', () => {
  const results = assembled([played('S1', 'fail'), played('S2', 'pass')], { selected: ['S2'] });
  assert.deepEqual(outcomes(results), ['S1 incomplete excluded', 'S2 pass']);
  assert.equal(results.requirements.find(({ id }) => id === FIRST)?.verdict, 'pass');
  assert.equal(results.summary.exitCode, EXIT_CODES.conformant);
});

test('every row of the register stands somewhere', () => {
  const { coverage } = assembled([played('S1', 'pass'), played('S2', 'pass')]);
  assert.deepEqual([coverage?.judged, coverage?.notJudged], [2, {}]);
  assert.equal(coverage?.rows, 2 + (coverage?.nowhere ?? 0));
});

test('nothing judged is never conformant', () => {
  const results = assembled([], { selected: [] });
  assert.equal(results.summary.verdict, 'not-decided');
  assert.equal(results.summary.exitCode, EXIT_CODES.notDecided);
});

test('what gates is chosen, and changes the exit code alone', () => {
  const codes = (verdict: 'warn' | 'fail') =>
    (['fail', 'warn', 'never'] as const).map(
      (failOn) => assembled([played('S1', verdict), played('S2', 'pass')], { failOn }).summary.exitCode,
    );
  assert.deepEqual(codes('fail'), [EXIT_CODES.findings, EXIT_CODES.findings, EXIT_CODES.conformant]);
  assert.deepEqual(codes('warn'), [EXIT_CODES.conformant, EXIT_CODES.findings, EXIT_CODES.conformant]);
});

test('a feature that the run saw working is observed, whatever the probe could tell', () => {
  const { target } = assembled([played('S1', 'pass'), played('S2', 'fail')]);
  assert.deepEqual(target.capabilities, [
    { feature: 'store', claimed: 'yes', observed: 'yes', evidence: 'seen to work in S1' },
  ]);
});
