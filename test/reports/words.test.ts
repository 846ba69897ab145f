import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATALOGUE } from '../../lib/breaches/catalogue.ts';
import type { Parameters } from '../../lib/breaches/kind.ts';
import { ENGLISH } from '../../reports/words/english/index.ts';
import { JAPANESE } from '../../reports/words/japanese/index.ts';
import type { SeenIn, Telling } from '../../reports/words/telling.ts';

type Words = Readonly<Record<string, ((parameters: Parameters, seen: SeenIn) => Telling) | undefined>>;

const SEEN: SeenIn = { request: 'GET /studies', query: 'PatientID=1', status: '404 Not Found' };
const LANGUAGES = [
  ['English', ENGLISH as unknown as Words, /\.$/],
  ['Japanese', JAPANESE as unknown as Words, /。$/],
] as const;

for (const [language, words, end] of LANGUAGES) {
  test(`every kind of breach is told in ${language}, whatever particulars are missing`, () => {
    for (const code of Object.keys(CATALOGUE).filter((name) => name !== 'unnamed')) {
      const telling = words[code]?.({}, SEEN);
      assert.ok(telling, `${code} has words`);
      assert.match(telling.headline, end, `${code} has a full stop`);
      for (const part of ['expected', 'effect', 'remedy'] as const)
        assert.notEqual(telling[part], '', `${code} says ${part}`);
    }
  });
}
