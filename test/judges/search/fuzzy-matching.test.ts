import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { hasWarning, matchesFuzzilyOrSaysNot } from '../../../lib/judges/search/fuzzy-matching.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, DICOM_JSON, json } from '../json-answers.ts';

const some = (id: string) => json([{ '0020000D': attribute('UI', '1.2') }], { id });
const none = (id: string) => json([], { id });
const warned = json([{ '0020000D': attribute('UI', '1.2') }], {
  id: 'F',
  headers: [
    ['Content-Type', DICOM_JSON],
    ['Warning', '299 archive: The fuzzymatching parameter is not supported. Only literal matching has been performed.'],
  ],
});
const EXACT = { literal: some('L'), fuzzy: some('F'), off: some('O') };
const UNLIKE = { literal: none('L.1'), fuzzy: none('F.1') };
const SIMILAR = { literal: none('L.2'), fuzzy: some('F.2') };
const EITHER_WAY = { literal: some('L.3'), fuzzy: some('F.3') };

test('QIDO-054: literal results with a Warning pass, and so do similar names', () => {
  assert.deepEqual([hasWarning(warned), hasWarning(some('F'))], [true, false]);
  expectFinding(matchesFuzzilyOrSaysNot('study', { ...EXACT, fuzzy: warned }, []), 'QIDO-054', { assertions: 5 });
  const finding = matchesFuzzilyOrSaysNot('study', EXACT, [UNLIKE, SIMILAR]);
  expectFinding(finding, 'QIDO-054', { assertions: 5, remark: 'what is searched for in F.2 is found by similarity' });
  assert.deepEqual(finding.exchanges, ['F', 'O', 'L', 'F.1', 'L.1', 'F.2', 'L.2']);
});

test('QIDO-054: literal results without a Warning are a warning', () => {
  expectFinding(matchesFuzzilyOrSaysNot('study', EXACT, [UNLIKE, EITHER_WAY]), 'QIDO-054', {
    verdict: 'warn',
    assertions: 5,
    breaches: [breach('fuzzymatching-ignored-silently', { kind: 'header', name: 'Warning' }, { tried: 2 })],
  });
});

test('QIDO-054: a refusal fails, and so does to lose what is found literally', () => {
  for (const key of ['fuzzy', 'off'] as const) {
    const finding = matchesFuzzilyOrSaysNot('study', { ...EXACT, [key]: exchange({ id: 'R', status: 400 }) }, []);
    assert.equal(finding.verdict, 'fail');
    expectFinding(finding, 'QIDO-054', {
      verdict: 'fail',
      breaches: [
        breach(
          'fuzzymatching-refused',
          { kind: 'status' },
          { status: 400, expected: ['200'], value: key === 'fuzzy' ? 'true' : 'false' },
        ),
      ],
    });
  }
  expectFinding(matchesFuzzilyOrSaysNot('study', { ...EXACT, fuzzy: none('F') }, [SIMILAR]), 'QIDO-054', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('fuzzymatching-loses-results', at('/0'), { results: 0, expected: 1, value: 'true' })],
    remark: 'what is searched for in F.2 is found by similarity',
  });
});

test('QIDO-054: a server that does not find the name literally has shown nothing', () => {
  for (const hollow of [none('X'), exchange({ status: 204 }), exchange({ status: 404 })]) {
    const finding = matchesFuzzilyOrSaysNot('study', { literal: hollow, fuzzy: hollow, off: hollow }, []);
    assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0]);
  }
});
