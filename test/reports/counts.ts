import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Results } from '../../lib/results/results.ts';
import { VERDICTS, type Verdict } from '../../lib/results/verdict.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { terminalSummary } from '../../reports/terminal.ts';

/** Requirements by level, then verdict. */
export type Counts = Record<string, Record<Verdict, number>>;

/** How each format is read back into counts, by readers that are not ours where there are any. */
export const FORMATS: Readonly<Record<string, (results: Results) => Counts>> = {
  terminal: (results) => terminalCounts(results, false),
  'terminal in colour': (results) => terminalCounts(results, true),
  markdown: markdownCounts,
  'JSON lines': jsonCounts,
  JUnit: junitCounts,
  HTML: htmlCounts,
};

/** Sum over the levels. */
export function totalOf(counts: Counts): Record<Verdict, number> {
  const total = empty();
  for (const row of Object.values(counts)) for (const verdict of VERDICTS) total[verdict] += row[verdict];
  return total;
}

function empty(): Record<Verdict, number> {
  return { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 0 };
}

/** Counts of a table whose cells are words: the head names the verdicts, each row a level. */
function tableCounts(rows: readonly (readonly string[])[]): Counts {
  const head = rows.findIndex((cells) => cells.includes('fail') && cells.includes('incomplete'));
  assert.ok(head >= 0, 'no table of counts');
  const verdicts = rows[head] ?? [];
  const counts: Counts = {};
  for (const [level, ...numbers] of rows.slice(head + 1)) {
    if (level === undefined || numbers.length !== verdicts.length) break;
    const cells = verdicts.map((verdict, index) => [verdict, Number(numbers[index])]);
    counts[level] = { ...empty(), ...Object.fromEntries(cells) };
  }
  return counts;
}

function terminalCounts(results: Results, color: boolean): Counts {
  const text = terminalSummary(results, { color }).replace(/\u001b\[\d+m/g, '');
  return tableCounts(text.split('\n').map((line) => line.trim().split(/\s+/)));
}

function markdownCounts(results: Results): Counts {
  const lines = summaryMarkdown(results)
    .split('\n')
    .filter((line) => !line.startsWith('|--'));
  return tableCounts(
    lines.map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean),
    ),
  );
}

function tally(pairs: readonly (readonly [level: string, verdict: Verdict])[]): Counts {
  const counts: Counts = {};
  for (const [level, verdict] of pairs) {
    const row = counts[level] ?? empty();
    row[verdict]++;
    counts[level] = row;
  }
  return counts;
}

function jsonCounts(results: Results): Counts {
  const lines = jsonLines(results)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(lines.at(-1).type, 'summary');
  assert.deepEqual(lines.at(-1).counts, results.summary.counts);
  return tally(lines.filter(({ type }) => type === 'requirement').map(({ level, verdict }) => [level, verdict]));
}

interface JunitCase {
  readonly classname: string;
  readonly properties: { readonly property: readonly { readonly name: string; readonly value: string }[] };
  readonly failure?: unknown;
  readonly error?: unknown;
  readonly skipped?: unknown;
}

function junitCounts(results: Results): Counts {
  const xml = junitXml(results);
  assert.equal(XMLValidator.validate(xml), true);
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  });
  const { testsuites } = parser.parse(xml);
  const all: JunitCase[] = [];
  for (const suite of testsuites.testsuite) {
    assertCounts(suite, suite.testcase);
    all.push(...suite.testcase);
  }
  assertCounts(testsuites, all);
  const value = (found: JunitCase, wanted: string) =>
    found.properties.property.find(({ name }) => name === wanted)?.value;
  for (const found of all) {
    const verdict = value(found, 'verdict');
    assert.equal(verdict === 'fail', found.failure !== undefined);
    assert.equal(verdict === 'incomplete', found.error !== undefined || found.skipped !== undefined);
    for (const said of [found.failure, found.error, found.skipped]) {
      if (said !== undefined) assert.match((said as { message: string }).message, /\S/);
    }
  }
  // Operations that were not judged are errors of their own, and no requirements.
  const requirements = all.filter(({ classname }) => classname !== 'operations');
  return tally(requirements.map((found) => [value(found, 'level') ?? '', value(found, 'verdict') as Verdict]));
}

function assertCounts(element: Record<string, string>, cases: readonly JunitCase[]): void {
  const of = (kind: 'failure' | 'error' | 'skipped') => cases.filter((found) => found[kind] !== undefined).length;
  assert.equal(element.tests, String(cases.length));
  assert.equal(element.failures, String(of('failure')));
  assert.equal(element.errors, String(of('error')));
  assert.equal(element.skipped, String(of('skipped')));
}

function htmlCounts(results: Results): Counts {
  const table = /<table class="counts" id="counts">.*?<\/table>/s.exec(renderPage(results))?.[0] ?? '';
  const counts: Counts = {};
  for (const [, level = '', cells = ''] of table.matchAll(/<tr data-level="([^"]*)">(.*?)<\/tr>/gs)) {
    const row = empty();
    for (const [, verdict, number] of cells.matchAll(/data-verdict="(\w+)">(\d+)</g))
      row[verdict as Verdict] = Number(number);
    counts[level] = row;
  }
  return counts;
}
