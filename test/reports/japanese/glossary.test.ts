import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tellBreach } from '../../../reports/words/tell.ts';
import { globSync } from '../../support/glob.ts';

/** One Japanese word for one thing, and the other words for it that readers would take for something else. */
const GLOSSARY: readonly (readonly [thing: string, word: string, not: RegExp])[] = [
  ['response', '応答', /レスポンス/],
  ['body of a message', 'ボディ', /(?<!規格|現在の|旧版の)本文/],
  ['study', '検査', /スタディ/],
  ['pixel', '画素', /ピクセル/],
  ['header', 'ヘッダー', /ヘッダ(?!ー)/],
  ['server', 'サーバー', /サーバ(?!ー)/],
  ['parameter', 'パラメーター', /パラメータ(?!ー)/],
  ['folder', 'フォルダー', /フォルダ(?!ー)/],
  ['viewer', 'ビューア', /ビューアー/],
  ['query', 'クエリ', /クエリー/],
  ['proxy', 'プロキシ', /プロキシー/],
  ['boundary', '境界文字列', /バウンダリ/],
  ['decode', '復号', /デコード/],
  ['transfer syntax', '転送構文', /トランスファーシンタックス|転送シンタックス/],
  ['threshold', 'しきい値', /閾値/],
];

const FILES = [
  ...['reports', 'lib', 'scenarios', 'fixtures'].flatMap((folder) =>
    ['.ts', '.tsx', '.json'].flatMap((ending) => globSync(folder, ending)),
  ),
  ...globSync('docs', '.ja.md'),
  'README.ja.md',
];
const LINES = FILES.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => `${file}: ${line.trim()}`),
);

for (const [thing, word, not] of GLOSSARY) {
  test(`Japanese texts call a ${thing} ${word} only`, () => {
    assert.deepEqual(
      LINES.filter((line) => not.test(line)),
      [],
    );
    assert.ok(LINES.some((line) => line.includes(word)));
  });
}

test('instances that the harness makes are named in Japanese, and other names are left as they are', () => {
  const told = (name: string) =>
    tellBreach(
      {
        code: 'metadata-lacks-instance',
        grade: 'fail',
        parameters: { name, count: 2 },
        where: { kind: 'exchange' },
        exchange: null,
        thisOneAlone: name,
        belongsTo: name,
      },
      { request: 'GET /studies', query: '', status: '200 OK' },
    ).japanese;
  for (const name of ['a copy', 'the multi-frame instance']) {
    const { headline, remedy } = told(name);
    assert.doesNotMatch(`${headline}${remedy}`, /copy|multi-frame/);
  }
  assert.match(told('a copy').headline, /複製 がありません.*複製 だけがそうで.*複製 の値です/);
  assert.match(told('blue-circle').headline, /blue-circle がありません/);
});
