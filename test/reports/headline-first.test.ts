import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import { junitXml } from '../../reports/junit.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { terminalSummary } from '../../reports/terminal.ts';
import { ticketText } from '../../reports/ticket.ts';
import { HARM_WORDS } from '../../reports/words/harms.ts';
import { teller } from '../../reports/words/tell.ts';
import { tenFaultsRun } from './runs.ts';

const run = tenFaultsRun();
const stated = { product: 'Archive', productVersion: '4.2', tester: 'Ada' };
const results = { ...run, target: { ...run.target, stated } };
const [gravest] = causesOf(results);
assert.ok(gravest);
const { headline } = teller(results)(gravest.lead.breach).english;
const harm = HARM_WORDS[gravest.harm][0];

test('terminal and summary say the verdict, then the gravest harm, then its headline, and the counts after them', () => {
  for (const text of [terminalSummary(results, { color: false }), summaryMarkdown(results).replaceAll('\\', '')]) {
    const at = [/not conformant/i, harm, headline, /expected/, /^(\| )?SHALL[ |]+\d/m].map((what) => text.search(what));
    assert.ok(!at.includes(-1), text);
    assert.ok((at[0] ?? 0) < (at[1] ?? 0) && (at[1] ?? 0) < (at[2] ?? 0) && (at[2] ?? 0) < (at[4] ?? 0), String(at));
  }
});

test('a ticket is titled by what is wrong and begins with its harm', () => {
  const [title, , second] = ticketText(results, gravest).replaceAll('\\', '').split('\n');
  assert.equal(title, `# ${headline}`);
  assert.ok(second?.startsWith(`**${harm}.**`));
});

test('the message of a failure and its first line are its headline', () => {
  const failures = [...junitXml(results).matchAll(/<failure type="([^"]*)" message="([^"]*)">(.*)/g)];
  assert.ok(failures.length > 5);
  for (const [, , message, line] of failures) assert.equal(line, message);
});

test('the times of the test cases add up to the time of the scenarios', () => {
  const xml = junitXml(results);
  const sum = [...xml.matchAll(/<testcase [^>]*time="([^"]*)"/g)].reduce((all, [, time]) => all + Number(time), 0);
  const played = results.scenarios
    .filter(({ findings }) => findings.length > 0)
    .reduce((all, { durationMs }) => all + durationMs / 1_000, 0);
  assert.ok(played > 1);
  assert.ok(Math.abs(sum - played) < 0.1, `${sum} instead of ${played}`);
  assert.match(xml, /<property name="product" value="Archive"\/>/);
});

test('a clause is linked in the edition that was judged', () => {
  assert.match(renderPage(results), /href="https:\/\/dicom\.nema\.org\/medical\/dicom\/2024e\/output/);
  assert.doesNotMatch(renderPage(results), /\/dicom\/current\//);
});
