import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    violations: [
      {
        expected: 'similar names, or a Warning 299',
        actual: 'no Warning, and none of 2 similar names is found',
        where: { kind: 'header', name: 'Warning' },
      },
    ],
  });
});

test('QIDO-054: a refusal fails, and so does to lose what is found literally', () => {
  for (const key of ['fuzzy', 'off'] as const) {
    const finding = matchesFuzzilyOrSaysNot('study', { ...EXACT, [key]: exchange({ id: 'R', status: 400 }) }, []);
    assert.equal(finding.verdict, 'fail');
    assert.deepEqual(finding.violations, [{ expected: 'status 200', actual: 'R: 400', where: { kind: 'status' } }]);
  }
  expectFinding(matchesFuzzilyOrSaysNot('study', { ...EXACT, fuzzy: none('F') }, [SIMILAR]), 'QIDO-054', {
    verdict: 'fail',
    assertions: 5,
    violations: [{ expected: '1 result, "1.2" at 0', actual: 'F: 0 results, nothing at 0', where: at('/0') }],
    remark: 'what is searched for in F.2 is found by similarity',
  });
});

test('QIDO-054: a server that does not find the name literally has shown nothing', () => {
  for (const hollow of [none('X'), exchange({ status: 204 }), exchange({ status: 404 })]) {
    const finding = matchesFuzzilyOrSaysNot('study', { literal: hollow, fuzzy: hollow, off: hollow }, []);
    assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0]);
  }
});
