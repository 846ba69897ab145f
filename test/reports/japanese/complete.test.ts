import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRuns } from '../../../lib/results/compare.ts';
import { causesOf } from '../../../lib/results/first-cause.ts';
import { historyOf } from '../../../lib/results/history.ts';
import { compareLoads } from '../../../lib/results/load-compare.ts';
import { loadHistories } from '../../../lib/results/load-history.ts';
import type { Results } from '../../../lib/results/results.ts';
import { scoreboardOf } from '../../../lib/results/scoreboard.ts';
import { githubAnnotations } from '../../../reports/ci/github.ts';
import { compareHtml } from '../../../reports/compare/html.tsx';
import { compareLoadHtml } from '../../../reports/compare/load-html.tsx';
import { compareLoadMarkdown } from '../../../reports/compare/load-markdown.ts';
import { compareLoadTerminal } from '../../../reports/compare/load-terminal.ts';
import { compareMarkdown } from '../../../reports/compare/markdown.ts';
import { compareTerminal } from '../../../reports/compare/terminal.ts';
import { historyHtml } from '../../../reports/history/html.tsx';
import { historyTerminal } from '../../../reports/history/terminal.ts';
import { summaryMarkdown } from '../../../reports/markdown.ts';
import { renderCertificate } from '../../../reports/page/certificate.tsx';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { scoreboardHtml } from '../../../reports/scoreboard/html.tsx';
import { scoreboardMarkdown } from '../../../reports/scoreboard/markdown.ts';
import { scoreboardTerminal } from '../../../reports/scoreboard/terminal.ts';
import { terminalSummary } from '../../../reports/terminal.ts';
import { ticketText } from '../../../reports/ticket.ts';
import { SCENARIOS } from '../../../scenarios/suites.ts';
import { playFaults } from '../play-fault.ts';
import { loadRun } from '../runs.ts';
import { englishProse, japaneseTexts } from './page.ts';

const FAULTS = [
  'store-answers-202',
  'retrieve-answers-206',
  'part-without-location',
  'delimiters-with-bare-lf',
  'rendered-refused',
  'patient-name-upper-cased',
  'pixel-bit-flipped',
  'frame-bit-flipped',
  'metadata-labelled-as-plain-json',
  'metadata-bare-object',
];

const clean = await playFaults(SCENARIOS, []);
const faulty = await playFaults(SCENARIOS, FAULTS);
const cut: Results = { ...clean, run: { ...clean.run, completeness: 'partial', why: 'interrupted by the user' } };
const load = loadRun();
const cutLoad: Results = { ...load, run: { ...load.run, completeness: 'partial' } };
/** A run that differs in all that a comparison warns of. */
const elsewhere: Results = {
  ...cut,
  target: {
    ...clean.target,
    embedded: true,
    profile: { ...clean.target.profile, name: 'other' },
  },
  run: { ...cut.run, harness: { ...clean.run.harness, version: '0.0.1', edition: '2020a' } },
  plan: { ...clean.plan, dataset: 'own data set' },
  scenarios: clean.scenarios.slice(1),
};
const comparison = compareRuns(clean, faulty);
const warned = compareRuns(elsewhere, faulty);
const warnedLoads = compareLoads([{ ...load, target: { ...load.target, embedded: true } }], [cutLoad]);
const loads = compareLoads([loadRun({ lostCount: 0, lost: [] })], [load]);
const history = historyOf([clean, faulty]);
const loadHistory = loadHistories([load, { ...load, run: { ...load.run, id: 'later' } }]);
const board = scoreboardOf([elsewhere, faulty]);

/** Pages as they are once Japanese is chosen. */
const PAGES: Readonly<Record<string, string>> = {
  'a clean run': renderPage(clean),
  'a run with ten faults': renderPage(faulty),
  'a run that was cut short': renderPage(cut),
  'a load run': renderPage(load),
  'a certificate': renderCertificate(faulty, { 'results.json': 'a'.repeat(64) }),
  'a comparison': compareHtml(comparison),
  'a comparison of loads': compareLoadHtml([load], [load], loads),
  'a comparison of different targets': compareHtml(warned),
  'a comparison of loads on different targets': compareLoadHtml([load], [load], warnedLoads),
  'a history': historyHtml(history, loadHistory),
  'a scoreboard': scoreboardHtml(board),
};

for (const [name, html] of Object.entries(PAGES)) {
  test(`${name} has no English prose in Japanese`, () => {
    const texts = japaneseTexts(html);
    const english = texts.flatMap((text) => englishProse(text) ?? []);
    assert.deepEqual([...new Set(english)], []);
    assert.ok(texts.length > 20, `only ${texts.length} texts`);
  });
}

test('the comparisons warn of all that there is to warn of', () => {
  const kinds = [...warned.caveats, ...warnedLoads.caveats].map((caveat) =>
    caveat.kind === 'differs' ? caveat.fact : caveat.kind,
  );
  const expected = ['target', 'profile', 'edition', 'dataset', 'harness', 'scenarios', 'partial', 'few-runs'];
  assert.deepEqual(
    expected.filter((kind) => !kinds.some((one) => one === kind)),
    [],
  );
  assert.match(compareTerminal(warned, { color: false }, 'ja'), /付属の参照サーバー/);
});

/** Without what stands in code: commands, bytes and values as they were on the wire. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
    .replace(/(`+)[^`][\s\S]*?\1/g, '')
    .replace(/\\/g, '')
    .replace(/&#\d+;/g, ' ');
}

const TEXTS: Readonly<Record<string, string>> = {
  tickets: outsideCode(
    causesOf(faulty)
      .map((cause) => ticketText(faulty, cause, { language: 'ja' }))
      .join('\n'),
  ),
  'summary.md': outsideCode([clean, faulty, cut, load].map((run) => summaryMarkdown(run, 'ja')).join('\n')),
  'the terminal': [clean, faulty, cut, load]
    .map((run) => terminalSummary(run, { color: false, language: 'ja' }))
    .join('\n'),
  comparisons: outsideCode(
    [
      compareTerminal(comparison, { color: false }, 'ja'),
      compareMarkdown(comparison, 'ja'),
      compareLoadTerminal(loads, 'ja'),
      compareLoadMarkdown(loads, 'ja'),
    ].join('\n'),
  ),
  'comparisons of different targets': outsideCode(
    [
      compareTerminal(warned, { color: false }, 'ja'),
      compareMarkdown(warned, 'ja'),
      compareLoadTerminal(warnedLoads, 'ja'),
      compareLoadMarkdown(warnedLoads, 'ja'),
    ].join('\n'),
  ),
  history: historyTerminal(history, loadHistory, 'ja'),
  'a scoreboard': outsideCode(
    [scoreboardTerminal(board, { color: false }, 'ja'), scoreboardMarkdown(board, 'ja')].join('\n'),
  ),
  annotations: [clean, faulty, load].map((run) => githubAnnotations(run, 'ja')).join('\n'),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: no English prose with --lang ja`, () => {
    const english = text.split('\n').flatMap((line) => englishProse(line) ?? []);
    assert.deepEqual([...new Set(english)], []);
    assert.match(text, /[ぁ-ん]/);
  });
}

test('English prose is noticed', () => {
  const page =
    '<html><body><p>the server does not have it</p><p data-ja="日本語">some other English text</p></body></html>';
  assert.deepEqual(
    japaneseTexts(page).flatMap((text) => englishProse(text) ?? []),
    ['the server does not have it'],
  );
  assert.equal(englishProse('GET /studies/{study} に 404 Not Found と応答した'), null);
});
