import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { breach } from '../../lib/breaches/breach.ts';
import { CATALOGUE, consequenceOf, harmOf } from '../../lib/breaches/catalogue.ts';
import { ALL_CONSEQUENCES, classOf } from '../../lib/breaches/consequences.ts';
import type { Parameters } from '../../lib/breaches/kind.ts';
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { CONSEQUENCE_WORDS } from '../../reports/words/consequences.ts';
import { WORDS } from '../../reports/words/kinds/index.ts';
import type { InEach } from '../../reports/words/language.ts';
import { teller } from '../../reports/words/tell.ts';
import type { Wording } from '../../reports/words/telling.ts';
import { globSync } from '../support/glob.ts';
import { exchange, resultsOf } from './fixtures.ts';

type Words = InEach<(parameters: Parameters, seen: typeof SEEN) => Wording>;
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
      assert.match(telling.remedy, ending, code);
    }
  }
});

test('why a breach matters is the sentence of its consequence, whose class is that of its harm', () => {
  const tell = teller(resultsOf([]));
  for (const code of codes) {
    const found = {
      code,
      grade: 'fail',
      parameters: { status: 200, expected: ['200'] },
      where: { kind: 'exchange' },
      exchange: null,
    } as const;
    const consequence = consequenceOf(found);
    assert.equal(harmOf(found), classOf(consequence), code);
    const [english, japanese] = CONSEQUENCE_WORDS[consequence];
    assert.deepEqual([tell(found).english.effect, tell(found).japanese.effect], [english, japanese], code);
  }
});

test('the sentences of consequences are whole, and none is the sentence of two', () => {
  const words = ALL_CONSEQUENCES.map((consequence) => CONSEQUENCE_WORDS[consequence]);
  for (const [english, japanese] of words) {
    assert.match(english, /^[A-Z].*\.$/);
    assert.match(japanese, /。$/);
  }
  assert.equal(new Set(words.flat()).size, 2 * words.length);
});

test('what was observed after a redirect to another place says so', () => {
  const noMetadata = {
    ...breach('metadata-not-retrieved', { kind: 'status' }, { status: 404, expected: ['200'] }),
    grade: 'fail' as const,
  };
  const led = (location: string) =>
    exchange('T06.1', { earlier: [{ url: '', status: 302, reason: 'Found', headers: [['Location', location]] }] });
  const observed = (record: ExchangeRecord) => {
    const { english, japanese } = teller(resultsOf([], [record]))({ ...noMetadata, exchange: 'T06.1' });
    return [english.observed, japanese.observed];
  };
  for (const text of observed(led('/login'))) assert.match(text, /http:\/\/127\.0\.0\.1:8042\/login/);
  for (const text of observed(led('https://127.0.0.1/dicom-web/studies/1.2.3/metadata')))
    assert.doesNotMatch(text, /127/);
});

test('no two kinds have the same code: the later one would take the place of the other in silence', () => {
  const files = globSync('lib/breaches/kinds', '.ts');
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}'([a-z0-9-]+)': kind\b/gm)].map(([, code]) => code ?? ''),
  );
  assert.deepEqual(written.toSorted(), Object.keys(CATALOGUE).toSorted());
});
