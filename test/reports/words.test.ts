import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATALOGUE } from '../../lib/breaches/catalogue.ts';
import type { Parameters } from '../../lib/breaches/kind.ts';
import { WORDS } from '../../reports/words/kinds/index.ts';
import type { InEach } from '../../reports/words/language.ts';
import type { Telling } from '../../reports/words/telling.ts';
import { globSync } from '../support/glob.ts';

type Words = InEach<(parameters: Parameters, seen: typeof SEEN) => Telling>;
const SEEN = { request: 'GET /studies/{study}', query: 'limit=1', status: '404 Not Found' };
const LANGUAGES = [
  ['english', /\.$/],
  ['japanese', /。$/],
] as const;

const codes = Object.keys(CATALOGUE);

test('each kind of breach has words in both languages, and they need no parameter', () => {
  for (const code of codes) {
    for (const [language, ending] of LANGUAGES) {
      const telling = (WORDS as unknown as Record<string, Words>)[code]?.[language]({}, SEEN);
      assert.ok(telling, code);
      assert.match(telling.headline, ending, code);
      for (const part of [telling.effect, telling.remedy]) assert.match(part, ending, code);
    }
  }
});

test('no two kinds have the same code: the later one would take the place of the other in silence', () => {
  const files = globSync('lib/breaches/kinds', '.ts');
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}'([a-z0-9-]+)': kind\b/gm)].map(([, code]) => code ?? ''),
  );
  assert.deepEqual(written.toSorted(), Object.keys(CATALOGUE).toSorted());
});
