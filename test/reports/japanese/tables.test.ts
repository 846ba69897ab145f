import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DATA_SET } from '../../../lib/breaches/kinds/retrieve/data-set.ts';
import { FILE_META } from '../../../lib/breaches/kinds/retrieve/file-meta.ts';
import { allRequirements, requirementInJapanese } from '../../../lib/requirements/register.ts';
import { UNTESTABLE } from '../../../lib/requirements/untestable.ts';
import { WORDS as PAGE } from '../../../reports/page/words.ts';
import { inJapanese } from '../../../reports/words/japanese/sentences/index.ts';
import { WORDS } from '../../../reports/words/kinds/index.ts';
import { SCENARIOS } from '../../../scenarios/suites.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

function notInJapanese(sentences: readonly string[]): string[] {
  return [...new Set(sentences)].filter((sentence) => !JAPANESE.test(inJapanese(sentence)));
}

test('every scenario has a title in Japanese', () => {
  assert.deepEqual(notInJapanese(SCENARIOS.map(({ title }) => title)), []);
});

test('a figure of a load is no title of a scenario', () => {
  assert.equal(inJapanese('delete p50'), 'delete p50');
  assert.equal(inJapanese('delete study'), '検査の削除');
  assert.equal(inJapanese('store throughput'), 'store スループット');
});

test('every word of the page is in Japanese', () => {
  const words: readonly (readonly [string, readonly [string, string]])[] = Object.entries(PAGE);
  const without = words.filter(([, [english, japanese]]) => !JAPANESE.test(japanese) && japanese === english);
  assert.deepEqual(without, []);
});

test('every requirement says in Japanese all that it says in English, and nothing else', () => {
  const differing = allRequirements().filter((row) => {
    const text = requirementInJapanese(row.id);
    return (['statement', 'disputed', 'unjudged'] as const).some((what) =>
      row[what] === undefined ? text?.[what] !== undefined : !JAPANESE.test(text?.[what] ?? ''),
    );
  });
  assert.deepEqual(
    differing.map(({ id }) => id),
    [],
  );
});

test('what no exchange can show is told in Japanese', () => {
  assert.deepEqual(notInJapanese(UNTESTABLE.flatMap(({ duty, why }) => [duty, why])), []);
});

test('what the reader of files found is told in Japanese, without its English', () => {
  const detail = 'no DICM prefix after the preamble';
  const found = { rule: 'no-prefix', at: 128, detail, tag: '00020010', file: 'a.dcm' };
  const seen = { request: 'GET /studies/{study}', query: '', status: '200 OK' };
  const kinds = { ...FILE_META, ...DATA_SET };
  for (const code of Object.keys(kinds) as (keyof typeof kinds)[]) {
    if (code === 'saved-file-of-unknown-instance') continue;
    const told = WORDS[code].japanese(found as never, seen);
    assert.doesNotMatch(JSON.stringify(told), /prefix after/, code);
    assert.match(told.observed, /DICM がありません（128 バイト目）/, code);
  }
});
