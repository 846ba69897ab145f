import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { Results } from '../../lib/results/results.ts';
import { coverageLine, coverageParts } from '../../reports/coverage-words.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { terminalSummary } from '../../reports/terminal.ts';
import { type Counts, FORMATS, totalOf } from './counts.ts';
import { HOSTILE_TEXTS, hostileRun } from './hostile.ts';
import { crowdedRun } from './page/crowded-run.ts';
import { cleanRun, nothingJudgedRun, partialRun, tenFaultsRun } from './runs.ts';

const RUNS: Readonly<Record<string, () => Results>> = {
  clean: cleanRun,
  'ten faults': tenFaultsRun,
  partial: partialRun,
  'nothing judged': nothingJudgedRun,
  crowded: () => crowdedRun(300),
  hostile: () => hostileRun(HOSTILE_TEXTS.join('')),
};

for (const [name, make] of Object.entries(RUNS)) {
  const results = make();
  const expected = results.summary.counts as Counts;
  const page = renderPage(results);
  for (const [format, countsOf] of Object.entries(FORMATS)) {
    test(`${format} gives the counts of the summary (${name})`, () => {
      assert.ok(Object.keys(expected).length > 0);
      assert.deepEqual(countsOf(results), expected);
    });
  }

  test(`every format says the verdict in the same sentence (${name})`, () => {
    const { sentence } = results.summary;
    assert.ok(terminalSummary(results, { color: false }).includes(sentence));
    assert.ok(summaryMarkdown(results).includes(sentence));
    assert.ok(page.includes(sentence));
    assert.ok(jsonLines(results).trimEnd().split('\n').at(-1)?.includes(JSON.stringify(sentence)));
  });

  test(`every format says where each row of the register stands (${name})`, () => {
    assert.ok(results.coverage);
    const parts = coverageParts(results.coverage);
    assert.equal(
      parts.reduce((sum, { count }) => sum + count, 0),
      results.coverage.rows,
    );
    const line = coverageLine(results);
    assert.ok(terminalSummary(results, { color: false }).includes(line));
    assert.ok(summaryMarkdown(results).includes(line));
    assert.ok(jsonLines(results).includes(JSON.stringify({ type: 'coverage', ...results.coverage })));
    const junit = junitXml(results);
    for (const { kind, count, of } of parts) {
      assert.ok(page.includes(`<li data-coverage="${kind}"><b class="number">${count}</b>`), kind);
      assert.ok(junit.includes(`<property name="requirements.${kind}" value="${count}"/>`), kind);
      for (const [each, number] of of) {
        assert.ok(line.includes(`${number} ${each}`), each);
        assert.ok(junit.includes(`<property name="requirements.${kind}.${each}" value="${number}"/>`), each);
      }
    }
  });

  test(`the exit code follows from the same counts (${name})`, () => {
    const { fail, warn, info, pass } = totalOf(expected);
    const wanted = fail > 0 ? EXIT_CODES.findings : results.summary.exitCode;
    assert.equal(results.summary.exitCode, wanted);
    if (fail + warn + info + pass === 0) assert.equal(results.summary.exitCode, EXIT_CODES.notDecided);
    else if (fail === 0) assert.notEqual(results.summary.exitCode, EXIT_CODES.findings);
  });
}
