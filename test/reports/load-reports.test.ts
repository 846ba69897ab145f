import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import type { Results } from '../../lib/results/results.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { chartPoints, ratePoints } from '../../reports/page/chart-points.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { bytes, duration, rate } from '../../reports/quantity.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';
import { loadRun } from './runs.ts';

function testsuites(run: Results): Record<string, unknown> {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  return parser.parse(junitXml(run)).testsuites;
}

/** The run without one field of its load. */
function without(key: 'verified'): Results {
  const run = loadRun({ lostCount: 0, lost: [] });
  const { [key]: _, ...load } = run.load ?? assert.fail();
  return { ...run, load };
}

test('JUnit has a case a threshold, one each for the rate, lost, changed and the generator', () => {
  const { tests, failures, errors, skipped } = testsuites(loadRun());
  assert.deepEqual({ tests, failures, errors, skipped }, { tests: '7', failures: '4', errors: '0', skipped: '0' });
});

test('a saturated generator is an error and is said everywhere', () => {
  const run = loadRun({
    generator: { requestsPerSecond: 1, bytesPerSecond: 1, saturated: true, why: 'at its ceiling' },
  });
  assert.equal(testsuites(run).errors, '1');
  assert.match(terminalSummary(run, { color: false }), /generator saturated: .*at its ceiling/);
  assert.match(summaryMarkdown(run), /\*\*saturated\*\*/);
  assert.match(renderPage(run), /The generator was the limit/);
});

test('a load that was not applied is said everywhere, with the rate asked for and the rate reached', () => {
  const arrivals = { askedPerSecond: 3000, reachedPerSecond: 1150, seconds: 10 };
  const run = loadRun({ model: 'open', droppedIterations: 18_500, arrivals });
  const told = /3,000 operations a second asked for, 1,150 reached, 18,500 iterations dropped/;
  assert.match(terminalSummary(run, { color: false }), told);
  assert.match(summaryMarkdown(run), told);
  assert.match(junitXml(run), told);
  assert.match(summaryMarkdown(run, 'ja'), /指定 毎秒 3,000 操作、到達 毎秒 1,150 操作/);
  assert.match(renderPage(run), /Rate reached, operations\/s<\/dt><dd>1,150</);
  assert.match(jsonLines(run), /"reachedPerSecond":1150/);
  const allowed = loadRun({ model: 'open', droppedIterations: 18_500, arrivals, settings: { allowDropped: true } });
  assert.equal(testsuites(allowed).failures, String(Number(testsuites(run).failures) - 1));
  assert.match(terminalSummary(allowed, { color: false }), /which --allow-dropped allows/);
});

test('what the judged samples of a load run broke is told as in a conformance run, with every link', () => {
  const plain = loadRun();
  assert.doesNotMatch(renderPage(plain), /<section id="(findings|clauses)"/);
  const found = finding('WADO-RS-045', 'fail', { breaches: [violation({ exchange: 'load.1' })] });
  const { scenarios, requirements } = resultsOf([scenario('load.retrieve', [found])]);
  const page = renderPage({ ...plain, scenarios, requirements, exchanges: [exchange('load.1')] });
  assert.match(page, /<details id="finding-value-differs\.1"/);
  for (const [, target] of page.matchAll(/ href="#([^"]+)"/g)) assert.ok(page.includes(` id="${target}"`), target);
  assert.doesNotMatch(page, /Every requirement of this run was judged/);
});

test('nothing lost is not said where nobody looked', () => {
  const run = without('verified');
  assert.match(terminalSummary(run, { color: false }), /Acknowledged 23,956 instances, not read back;/);
  assert.match(summaryMarkdown(run), /not read back/);
  assert.doesNotMatch(summaryMarkdown(run), /0 lost/);
  assert.equal(testsuites(run).skipped, '2');
  assert.doesNotMatch(renderPage(run), /<dt data-ja="消失">Lost<\/dt><dd>0</);
  assert.match(renderPage(run), /<dt data-ja="消失">Lost<\/dt><dd>–</);
});

test('every format gives the same figures', () => {
  const run = loadRun();
  for (const text of [terminalSummary(run, { color: false }), summaryMarkdown(run), renderPage(run)]) {
    for (const figure of ['23,956', '105 MB', '53.4 ms', '116 ms', 'rate&lt;0.001|rate\\\\?<0.001']) {
      assert.match(text, new RegExp(figure));
    }
  }
});

test('a threshold without data has not held, and says that there was none', () => {
  const run = loadRun();
  assert.match(terminalSummary(run, { color: false }), /failed dicomweb_delete p\(95\)<100: no data/);
  assert.match(junitXml(run), /measured nothing/);
});

test('a run that shows nothing is an error, and what holds on nothing is skipped', () => {
  const held = { metric: 'operations_failed', expression: 'rate<0.01', holds: true, actual: null };
  const { load, ...run } = loadRun({ thresholds: [held] });
  const sentence = 'Not one request came to an end.';
  const { tests, failures, errors, skipped } = testsuites({
    ...run,
    ...(load ? { load: { ...load, lostCount: 0, changedCount: 0, droppedIterations: 0 } } : {}),
    summary: { ...run.summary, verdict: 'incomplete', sentence },
  });
  assert.deepEqual({ tests, failures, errors, skipped }, { tests: '6', failures: '0', errors: '1', skipped: '1' });
});

test('a long series is drawn with few points, and its peak stays', () => {
  const series = Array.from({ length: 7_200 }, (_, second) => ({
    second,
    requests: 100,
    instances: 50,
    bytes: 1_000,
    failed: 0,
    p50: 5,
    p95: second === 4_321 ? 9_000 : 10,
    virtualUsers: 7,
  }));
  const points = chartPoints(series);
  assert.ok(points.length <= 360);
  assert.equal(Math.max(...points.map(({ p95 }) => p95 ?? 0)), 9_000);
  assert.ok(points.every(({ requests, virtualUsers }) => requests === 100 && virtualUsers === 7));
  assert.ok(Buffer.byteLength(renderPage(loadRun({ series }))) < 300_000);
});

test('a second without an answer leaves a gap and no zero', () => {
  const [first] = loadRun().load?.series ?? [];
  assert.ok(first);
  assert.equal(chartPoints([{ ...first, p50: null, p95: null }])[0]?.p95, null);
});

test('quantities are written for people', () => {
  assert.deepEqual([0.4213, 38.02, 1_312, 65_000].map(duration), ['0.421 ms', '38 ms', '1.31 s', '1 min 5 s']);
  assert.deepEqual([0, 999, 1_500, 104_857_600].map(bytes), ['0 B', '999 B', '1.5 kB', '105 MB']);
  assert.deepEqual([0.00131, 12.34, 23_956.4].map(rate), ['0.0013', '12.3', '23,956']);
});

/** A run that stored and read back, with samples of its answers that kept to the standard. */
function durabilityRun(): Results {
  const run = loadRun({ lostCount: 0, lost: [] });
  const { load } = run;
  const [store] = load?.operations ?? [];
  assert.ok(load && store);
  const readBack = { ...store, name: 'read_back', requestsPerSecond: 813 };
  const judged = (verdict: 'pass' | 'info' | 'incomplete') => finding('JSON-001', verdict, { exchanges: ['load.1'] });
  const findings = [judged('pass'), judged('info'), judged('incomplete')];
  const { scenarios, requirements } = resultsOf([scenario('load.store', findings)]);
  const series = load.series.map((second) => ({
    ...second,
    readBack: { requests: second.requests, instances: 0, bytes: 0, failed: 0 },
  }));
  return { ...run, scenarios, requirements, load: { ...load, operations: [readBack, store], series } };
}

test('no format of a load run has sections of conformance where nothing was breached', () => {
  const run = durabilityRun();
  const page = renderPage(run);
  assert.doesNotMatch(page, /id="(findings|operations|matrix|unjudged|noted|claims|clauses|legend|scope|counts)"/);
  assert.doesNotMatch(page, /editionMeans|the edition of DICOM/);
  const said = '1 sampled answer was judged: no problems found.';
  for (const text of [page, terminalSummary(run, { color: false }), summaryMarkdown(run), junitXml(run)]) {
    assert.ok(text.includes(said));
    assert.doesNotMatch(text, /JSON-001/);
  }
});

test('store and reading back are told apart in every format', () => {
  const run = durabilityRun();
  const page = renderPage(run);
  const glance = /Under load.*?<dd>200<\/dd>.*?Reading back what was acknowledged.*?<dd>813<\/dd>/s;
  assert.match(page, glance);
  assert.doesNotMatch(page, /<dd>1,013<\/dd>/);
  assert.match(page, /<svg [^>]*aria-label="requests\/s: 0 to 0; read back\/s: /);
  for (const text of [terminalSummary(run, { color: false }), summaryMarkdown(run)]) {
    assert.ok(text.indexOf('store ') < text.search(/read\\?_back/), text);
  }
});

test('a first line of JUnit says what does not hold, for a person', () => {
  const failures = [...junitXml(loadRun()).matchAll(/<failure type="\w+" message="([^"]*)"/g)].map(([, text]) => text);
  assert.deepEqual(failures, [
    'The threshold dicomweb_failed rate&lt;0.001 does not hold: measured 0.0013.',
    'The threshold dicomweb_delete p(95)&lt;100 does not hold: measured nothing.',
    'LOAD NOT APPLIED: 280 operations a second asked for, 280 reached, 12 iterations dropped.',
    '2 of 23956 acknowledged instances are lost.',
  ]);
});

test('each way in which requests failed is told with one example: on the terminal, in summary.md, JUnit and the page', () => {
  const run = loadRun();
  const [first, ...others] = run.load?.operations ?? [];
  assert.ok(run.load && first);
  const why = 'no match came, but there is one (PatientName=Sato*)';
  const failing = {
    ...first,
    failures: { wrong_content: 7, timed_out: 1 },
    failed: 8,
    failureExamples: { wrong_content: why },
  };
  const thresholds = [{ metric: 'operations_failed', expression: 'rate<0.01', holds: true, actual: 0.001 }];
  const failed: Results = { ...run, load: { ...run.load, thresholds, operations: [failing, ...others] } };
  for (const text of [
    terminalSummary(failed, { color: false }),
    summaryMarkdown(failed),
    junitXml(failed),
    renderPage(failed),
  ]) {
    assert.match(text, /wrong\\?_content/);
    assert.match(text, /timed\\?_out/);
    assert.match(text, /no match came, but there is one \\?\(PatientName=Sato/);
  }
  assert.match(junitXml(failed), /7 of \w+: wrong_content, such as: no match came/);
});

test('the last second of a load, which is cut, is drawn as no collapse', () => {
  const second = (at: number, requests: number) => ({
    ...{ second: at, requests, instances: requests, bytes: requests, failed: 0 },
    ...{ p50: 10, p95: 20, virtualUsers: 4 },
  });
  const rates = (counts: readonly number[]) => ratePoints(counts.map((count, at) => second(at, count)));
  assert.deepEqual(
    rates([100, 101, 99, 3]).map(({ requests }) => requests),
    [100, 101, 99],
  );
  assert.deepEqual(
    rates([100, 101, 99, 3, 0, 0]).map(({ requests }) => requests),
    [100, 101, 99],
  );
  const long = rates([...Array.from({ length: 720 }, () => 100), 1]);
  assert.ok(long.every(({ requests }) => requests === 100));
  assert.ok(long.length <= 360);
  assert.equal(rates([5, 1]).length, 2);
});

test('a chart has room for its labels on a phone, one unit, and its values under the pointer', () => {
  const page = renderPage(loadRun());
  const [, label = ''] = /<text class="tick end" x="([\d.]+)"[^>]*>150 MB</.exec(page) ?? [];
  assert.ok(Number(label) >= 6 * 11, `150 MB ends at ${label}`);
  const charts = page.split('<figure class="chart">').slice(1);
  const throughput = charts.find((chart) => />Requests\/s</.test(chart)) ?? '';
  assert.doesNotMatch(throughput, />Instances\/s</);
  assert.match(throughput, /<title[^>]*>60 s: Requests\/s \d+, Failed 0<\/title>/);
  assert.ok(charts.some((chart) => /<b[^>]*>Instances\/s</.test(chart)));
});
