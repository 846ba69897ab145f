import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { summaryMarkdown } from '../../reports/markdown.ts';
import { markdownBlock, markdownCode, markdownText } from '../../reports/markdown-escape.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { ticketText } from '../../reports/ticket.ts';
import { visible, visibleLines } from '../../reports/visible-text.ts';
import { HOSTILE_TEXTS, HUGE, hostileRun } from './hostile.ts';

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;

for (const [index, text] of HOSTILE_TEXTS.entries()) {
  const name = `${index}: ${JSON.stringify(text).slice(0, 40)}`;

  test(`the terminal obeys no server (${name})`, () => {
    const plain = terminalSummary(hostileRun(text), { color: false });
    assert.doesNotMatch(plain, INVISIBLE);
    assert.equal(
      plain.split('\n').length,
      terminalSummary(hostileRun('harmless'), { color: false }).split('\n').length,
    );
  });

  test(`JSON lines stay one object a line (${name})`, () => {
    const lines = jsonLines(hostileRun(text)).trimEnd().split('\n');
    assert.equal(lines.length, jsonLines(hostileRun('harmless')).trimEnd().split('\n').length);
    assert.ok(lines.map((line) => JSON.parse(line)).some(({ remark }) => remark === text));
    assert.doesNotMatch(lines.join(''), /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  });

  test(`Markdown keeps its structure (${name})`, () => {
    const structure = (markdown: string) =>
      outsideCode(markdown)
        .split('\n')
        .map((line) => /^(#+ |\| |- |\*\*|<sub>|)/.exec(line)?.[1]);
    assert.deepEqual(structure(summaryMarkdown(hostileRun(text))), structure(summaryMarkdown(hostileRun('harmless'))));
    assert.doesNotMatch(outsideCode(summaryMarkdown(hostileRun(text))), /(?<!\\)<(?!\/?sub>)/);
  });

  test(`a ticket keeps its structure (${name})`, () => {
    const ticketOf = (word: string) => {
      const run = hostileRun(word);
      const [cause] = causesOf(run);
      assert.ok(cause);
      return outsideCode(ticketText(run, cause));
    };
    const headings = (markdown: string) => markdown.split('\n').filter((line) => /^#+ /.test(line));
    assert.equal(headings(ticketOf(text)).length, headings(ticketOf('harmless')).length);
    assert.doesNotMatch(ticketOf(text), /(?<!\\)<(?!https:\/\/)/);
  });
}

/** Markdown without its code, as CommonMark reads it: fences are closed by the same fence, spans by the same run. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<![\\`])(`+)(?!`) ?[^\n]*? ?(?<!`)\1(?!`)/g, '');
}

test('invisible characters stand as their code', () => {
  assert.equal(visible('a\u202eb\u0000c\u{e0041}'), 'a\\u{202e}b\\u{0}c\\u{e0041}');
  assert.equal(visible('\ud800x'), '\\u{d800}x');
  assert.equal(visible('山田^太郎 😀 é'), '山田^太郎 😀 é');
  assert.equal(visible('a\nb'), 'a\\u{a}b');
  assert.equal(visibleLines('a\r\nb\tc\rd', 100), 'a\nb\tc\\u{d}d');
});

test('what is cut says how long it was, and is not cut inside a character', () => {
  assert.equal(visible('abcdef', 3), 'abc… (cut: 6 characters in all)');
  assert.equal(visible('ab😀cd', 3), 'ab… (cut: 6 characters in all)');
  assert.ok(visible(HUGE).length < 700);
});

test('code and blocks cannot be closed from inside', () => {
  assert.equal(markdownCode('a`b``c'), '```a`b``c```');
  assert.equal(markdownCode('`a'), '`` `a ``');
  assert.equal(markdownCode(''), '(empty)');
  assert.equal(markdownBlock('x\n```\ny').split('\n')[0], '````text');
  assert.equal(markdownText('a*b_c<d>|e'), 'a\\*b\\_c\\<d\\>\\|e');
});
