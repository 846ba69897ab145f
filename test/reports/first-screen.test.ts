import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Breach } from '../../lib/breaches/breach.ts';
import { HARMS } from '../../lib/breaches/harm.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { scopeByService, scopeTotal } from '../../reports/scope.ts';
import { harmTallies, plainSentence, verdictWord } from '../../reports/verdict-words.ts';
import { HARM_WORDS } from '../../reports/words/harms.ts';
import { finding, resultsOf, scenario } from './fixtures.ts';
import { cleanRun, loadRun, nothingJudgedRun, partialRun, tenFaultsRun } from './runs.ts';

function breachOf(code: string, parameters: Breach['parameters'] = {}): Breach {
  return { code, grade: 'fail', parameters, where: { kind: 'exchange' }, exchange: null };
}

/** One breach that loses data and one that only some clients notice, the lesser one first in the order of play. */
const losing = resultsOf([
  scenario('T01', [finding('STOW-001', 'fail')]),
  scenario('T18', [
    finding('DELETE-001', 'fail', {
      breaches: [breachOf('deleted-another', { sibling: 'series', operation: 'search' })],
    }),
  ]),
]);

function sentence(results: Results): readonly string[] {
  return plainSentence(results, causesOf(results)) ?? [];
}

test('the verdict is a few words and one sentence for who reads no clauses', () => {
  const told = [cleanRun(), tenFaultsRun(), nothingJudgedRun(), partialRun()].map((run) => [
    verdictWord(run)[0],
    sentence(run)[0],
  ]);
  assert.deepEqual(told[0], [
    'Conformant in what was tested',
    'No breach of the standard was found. 23 of 282 requirements were judged, and nothing of Common, Capabilities, WADO-URI, UPS-RS, NPI, Storage Commitment and Native DICOM XML.',
  ]);
  assert.equal(told[1]?.[0], 'Not conformant');
  assert.deepEqual(told[2], [
    'Not decided',
    'Nobody can say yet whether the product conforms: nothing could be tested.',
  ]);
  assert.equal(plainSentence(loadRun(), []), null);
});

test('the sentence and the first harm are those of the gravest problem', () => {
  const [gravest] = harmTallies(causesOf(losing));
  assert.ok(gravest);
  assert.equal(
    gravest.harm,
    HARMS.find((harm) => causesOf(losing).some((cause) => cause.harm === harm)),
  );
  const page = renderPage(losing);
  const first = page.indexOf(`href="#harm-${gravest.harm}"`);
  assert.ok(first > 0);
  assert.ok(page.indexOf(HARM_WORDS[gravest.harm][0]) > 0);
  assert.match(
    sentence(losing)[0] ?? '',
    /^The product has 2 problems that break the standard; because of the gravest, /,
  );
  assert.match(sentence(losing)[1] ?? '', /2 件の問題/);
});

test('problems stand by harm, gravest first, each under its own heading', () => {
  const page = renderPage(losing);
  const headings = [...page.matchAll(/<section id="harm-([a-z-]+)"/g)].map(([, harm]) => harm);
  assert.deepEqual(
    headings,
    harmTallies(causesOf(losing)).map(({ harm }) => harm),
  );
  assert.equal(headings.length, 2);
  assert.match(page, /<select id="harm"/);
});

test('the scope counts every requirement once, as the coverage does', () => {
  for (const run of [cleanRun(), tenFaultsRun(), nothingJudgedRun()]) {
    const total = scopeTotal(scopeByService(run));
    const { coverage } = run;
    assert.ok(coverage);
    const sum = Object.values(total).reduce((all, count) => all + count, 0);
    assert.equal(sum, coverage.rows);
    assert.equal(total.judged + total.partly, coverage.judged);
    assert.equal(
      total.notJudged,
      Object.values(coverage.notJudged).reduce((all, count) => all + count, 0),
    );
  }
});

test('what was judged in one place and not in another is judged in part', () => {
  const run = resultsOf([
    scenario('T12', [finding('JSON-016', 'pass')]),
    scenario('T13', [finding('JSON-016', 'incomplete')]),
  ]);
  assert.deepEqual([scopeTotal(scopeByService(run)).partly, scopeTotal(scopeByService(run)).judged], [1, 0]);
});

test('product, version, environment and tester are shown, and said to be missing where they are', () => {
  const run = cleanRun();
  const stated = { product: 'Archive <b>', productVersion: '4.2', tester: 'Ada' };
  const page = renderPage({ ...run, target: { ...run.target, stated } });
  assert.match(page, /<h1>Archive &lt;b> 4\.2<\/h1>/);
  assert.match(page, /<dt[^>]*>Tester<\/dt><dd>Ada<\/dd>/);
  assert.match(
    page,
    /<dt[^>]*>Environment<\/dt><dd><span class="faint"><span[^>]*>not given<\/span> <code>--environment</,
  );
  assert.equal(renderPage(run).match(/>not given</g)?.length, 4);
});

test('a binding duty whose breach is a warning always says why', () => {
  for (const requirement of ['STOW-021', 'JSON-004']) {
    const breaches = [{ ...breachOf('search-ignores-key'), grade: 'warn' as const }];
    const page = renderPage(resultsOf([scenario('T06', [finding(requirement, 'warn', { breaches })])]));
    assert.match(page, /<div class="whyWarn"><dt[^>]*>Why a warning<\/dt><dd[^>]*>[^<]{20,}/, requirement);
  }
});

test('the legend explains every verdict and every level', () => {
  const legend = /<details id="legend".*?<\/details>/s.exec(renderPage(cleanRun()))?.[0] ?? '';
  for (const word of ['fail', 'warn', 'incomplete', 'info', 'pass', 'untested', 'SHALL', 'SHOULD', 'derived'])
    assert.ok(legend.includes(`>${word}<`), word);
});
