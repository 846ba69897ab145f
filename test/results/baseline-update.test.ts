import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Proposing, proposal } from '../../lib/results/accepted/baseline-update.ts';
import { expiringIn } from '../../lib/results/accepted/expiring.ts';
import { type Baseline, type BaselineEntry, baselineOf, withBaseline } from '../../lib/results/baseline.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { proposalText } from '../../reports/parts/proposal.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { finding, resultsOf, scenario, violation } from '../reports/fixtures.ts';

const PARTS: Proposing = { today: '2026-03-02', failOn: 'fail', accept: null };
const before = resultsOf([scenario('T06', [finding('JSON-018', 'fail'), finding('JSON-001', 'fail')])]);
const known = baselineOf(before, 'fail', 'known');

function entriesWith(changes: Pick<BaselineEntry, 'expires' | 'owner' | 'ticket'>): Baseline {
  return { ...known, entries: known.entries.map((entry) => ({ ...entry, ...changes })) };
}

function changesIn(...[results, baseline, proposing = PARTS]: Partial<Parameters<typeof proposal>>): string[] {
  const found = proposal(results ?? before, baseline ?? known, proposing);
  return found.changes.map(({ kind, requirement }) => `${kind} ${requirement}`);
}

describe('what is proposed after a run', () => {
  test('is nothing where the baseline fits', () => {
    const { changes, differs, baseline } = proposal(before, known, PARTS);
    assert.deepEqual([changes, differs, baseline], [[], false, known]);
    assert.equal(proposalText({ changes, differs, baseline }), 'The baseline fits the run.\n');
  });

  test('takes out what is met, and nothing that was not judged', () => {
    const mended = resultsOf([scenario('T06', [finding('JSON-018', 'pass'), finding('JSON-001', 'incomplete')])]);
    const { changes, baseline } = proposal(mended, known, PARTS);
    assert.deepEqual(
      baseline.entries.map(({ requirement }) => requirement),
      ['JSON-001'],
    );
    assert.deepEqual(
      changes.map(({ kind, requirement, why }) => `${kind} ${requirement} ${why}`),
      ['kept JSON-001 in T06 it was not judged (not-exercised)', 'removed JSON-018 in T06 it is met'],
    );
  });

  test('keeps reason, ticket, owner and last day of what is breached in another way', () => {
    const other = [violation({ claim: 'is of another type' })];
    const changed = resultsOf([
      scenario('T06', [finding('JSON-018', 'fail', { breaches: other }), finding('JSON-001', 'fail')]),
    ]);
    const written = entriesWith({ ticket: 'T-1', owner: 'Ada', expires: '2027-03-31' });
    const found = proposal(changed, written, PARTS);
    assert.deepEqual(
      found.changes.map(({ kind, requirement }) => `${kind} ${requirement}`),
      ['changed JSON-018 in T06'],
    );
    const entry = found.baseline.entries.find(({ requirement }) => requirement === 'JSON-018');
    assert.deepEqual([entry?.ticket, entry?.owner, entry?.expires], ['T-1', 'Ada', '2027-03-31']);
    assert.deepEqual(withBaseline(changed, found.baseline, { failOn: 'fail', today: PARTS.today }).summary.exitCode, 0);
  });

  test('adds new breaches only where they are accepted', () => {
    const worse = resultsOf([
      scenario(
        'T06',
        ['JSON-018', 'JSON-001', 'JSON-004'].map((id) => finding(id, 'fail')),
      ),
    ]);
    assert.deepEqual(changesIn(worse), ['not-accepted JSON-004 in T06']);
    assert.equal(proposal(worse, known, PARTS).differs, false);
    const accept = { reason: 'new in 4.3', owner: 'Ada', expires: '2027-01-01' };
    const found = proposal(worse, known, { ...PARTS, accept });
    assert.deepEqual(found.baseline.entries.at(-1), {
      ...baselineOf(worse, 'fail', 'new in 4.3').entries.find(({ requirement }) => requirement === 'JSON-004'),
      ...accept,
    });
    assert.match(proposalText(found), /^\+ JSON-004 in T06 {2}added: it is breached and has no entry$/m);
    assert.match(proposalText(found, 'ja'), /JSON-004 in T06 {2}追加：違反していますが、項目がありません/);
  });

  test('gives nothing that has expired more time', () => {
    const written = entriesWith({ expires: '2026-03-01' });
    const found = proposal(before, written, PARTS);
    assert.deepEqual(found.baseline, written);
    assert.deepEqual(
      found.changes.map(({ kind, why }) => `${kind} ${why}`),
      ['kept the entry expired on 2026-03-01', 'kept the entry expired on 2026-03-01'],
    );
  });
});

test('an entry that ends within thirty days is told in every report, with its owner', () => {
  const until = (changes: Parameters<typeof entriesWith>[0]) =>
    withBaseline(before, entriesWith(changes), { failOn: 'fail', today: PARTS.today });
  const soon = until({ expires: '2026-03-31', owner: 'Ada' });
  assert.deepEqual(expiringIn(soon), [
    { requirement: 'JSON-001', expires: '2026-03-31', days: 29, owner: 'Ada' },
    { requirement: 'JSON-018', expires: '2026-03-31', days: 29, owner: 'Ada' },
  ]);
  for (const told of [terminalSummary(soon, { color: false }), summaryMarkdown(soon), renderPage(soon)]) {
    assert.match(told, /JSON-018 .*until 2026-03-31, 29 days left, owner Ada/);
  }
  assert.match(summaryMarkdown(soon, 'ja'), /残り 29 日/);
  assert.match(terminalSummary(until({ expires: '2026-03-02' }), { color: false }), /0 days left, no owner/);
  assert.deepEqual(expiringIn(until({ expires: '2026-04-02' })), []);
  assert.deepEqual(expiringIn(until({})), []);
});
