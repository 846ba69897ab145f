import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baselineOf, withBaseline } from '../../lib/results/baseline.ts';
import { compareRuns } from '../../lib/results/compare.ts';
import { waysOf } from '../../lib/results/fingerprint.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { WORDS } from '../../reports/words/kinds/index.ts';
import type { InEach } from '../../reports/words/language.ts';
import type { Telling } from '../../reports/words/telling.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { playFaults } from './play-fault.ts';

const FAULTS = ['no-closing-delimiter', 'search-ignores-patient-id', 'deleted-metadata-remains', 'store-answers-202'];

/** All that is decided of a run: verdicts, groups, fingerprints, what a baseline accepts, and what changed since another. */
function decided(results: Results, before: Results) {
  const baseline = baselineOf(results, 'warn', 'known');
  const held = withBaseline(results, baseline, { failOn: 'warn', today: '2026-01-01' });
  return {
    verdicts: results.requirements.map(({ id, verdict }) => `${id} ${verdict}`),
    groups: causesOf(results).map(({ id, harm, sightings }) => `${id} ${harm} ${sightings.length}`),
    fingerprints: results.requirements.map((record) => waysOf(results, record)),
    baseline: baseline.entries,
    accepted: [held.summary.exitCode, held.unmatched],
    changes: compareRuns(before, results).changes.map(({ requirement, kind, worse }) => [requirement, kind, worse]),
  };
}

test('no sentence of the catalogue takes part in a verdict, a group, a fingerprint, a baseline or a comparison', async (context) => {
  const [first, second] = [
    await playFaults(SUITES.tutorial, FAULTS),
    await playFaults(SUITES.tutorial, FAULTS.slice(1)),
  ];
  const asBefore = decided(first, second);
  assert.ok(asBefore.groups.length >= 3, asBefore.groups.join());
  const before = terminalSummary(first, { color: false });
  const words = WORDS as unknown as Record<string, InEach<() => Telling>>;
  const usual = { ...words };
  context.after(() => Object.assign(words, usual));
  for (const code of Object.keys(words)) {
    const other = () => ({ headline: 'Other.', expected: 'o', observed: 'o', effect: 'Other.', remedy: 'Other.' });
    words[code] = { english: other, japanese: other };
  }
  assert.notEqual(terminalSummary(first, { color: false }), before, 'the sentences were reworded');
  assert.deepEqual(decided(first, second), asBefore);
  // The same server tomorrow: other UIDs, ports and boundaries, and the same breaches.
  const again = await playFaults(SUITES.tutorial, FAULTS);
  assert.deepEqual(compareRuns(first, again).changes, []);
});
