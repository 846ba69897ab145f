import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PART10 } from '../../lib/breaches/kinds/part10.ts';
import { phraseInJapanese } from '../../reports/page/japanese-phrases.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { WORDS } from '../../reports/page/words.ts';
import { JAPANESE as TOLD } from '../../reports/words/japanese/index.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { tenFaultsRun } from './runs.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

test('every scenario has a title in Japanese', () => {
  const without = SCENARIOS.map(({ title }) => title).filter((title) => !JAPANESE.test(phraseInJapanese(title)));
  assert.deepEqual(without, []);
});

test('every word of the page is in Japanese', () => {
  const words: readonly (readonly [string, readonly [string, string]])[] = Object.entries(WORDS);
  const without = words.filter(([, [english, japanese]]) => !JAPANESE.test(japanese) && japanese === english);
  assert.deepEqual(without, []);
});

test('what stands on the page in both languages differs, but for figures and protocol text', () => {
  const said = [...renderPage(tenFaultsRun()).matchAll(/data-ja="([^"]*)"[^>]*>([^<]*)</g)];
  const same = said.filter(
    ([, japanese = '', english = '']) => japanese === english && /[a-z]{3,} [a-z]{3,}/.test(english),
  );
  const titles = new Set(tenFaultsRun().scenarios.map(({ title }) => title));
  // A disputed reading is the register's own text, which is in English only.
  const own = same.filter(([, , english = '']) => !titles.has(english) && !/Graded|editions/i.test(english));
  assert.deepEqual(
    own.map(([, , english]) => english),
    [],
  );
  assert.ok(said.length > 200);
});

test('what the reader of files found is told in Japanese, without its English', () => {
  const detail = 'no DICM prefix after the preamble';
  const found = { rule: 'no-prefix', at: 128, detail, tag: '00020010', file: 'a.dcm' };
  const seen = { request: 'GET /studies/{study}', query: '', status: '200 OK' };
  for (const code of Object.keys(PART10) as (keyof typeof PART10)[]) {
    if (code === 'saved-file-of-unknown-instance') continue;
    const told = TOLD[code](found as never, seen);
    assert.doesNotMatch(JSON.stringify(told), /prefix after/, code);
    assert.match(told.observed, /DICM がありません（128 バイト目）/, code);
  }
});
