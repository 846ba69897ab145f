import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRequirements } from '../../../lib/requirements/register.ts';
import { UNTESTABLE } from '../../../lib/requirements/untestable.ts';
import { WORDS } from '../../../reports/page/words.ts';
import { requirementInJapanese } from '../../../reports/words/japanese/register/index.ts';
import { inJapanese } from '../../../reports/words/japanese/sentences/index.ts';
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
  const words: readonly (readonly [string, readonly [string, string]])[] = Object.entries(WORDS);
  const without = words.filter(([, [english, japanese]]) => !JAPANESE.test(japanese) && japanese === english);
  assert.deepEqual(without, []);
});

test('every requirement has its statement and its disputed reading in Japanese, and none is left over', () => {
  const differing = allRequirements().filter(({ id, disputed }) => {
    const text = requirementInJapanese(id);
    if (!text || !JAPANESE.test(text.statement)) return true;
    return disputed === undefined ? text.disputed !== undefined : !JAPANESE.test(text.disputed ?? '');
  });
  assert.deepEqual(
    differing.map(({ id }) => id),
    [],
  );
});

test('why a requirement is judged by no scenario is told in Japanese', () => {
  assert.deepEqual(notInJapanese(allRequirements().flatMap(({ unjudged }) => unjudged ?? [])), []);
  assert.deepEqual(notInJapanese(UNTESTABLE.flatMap(({ duty, why }) => [duty, why])), []);
});
