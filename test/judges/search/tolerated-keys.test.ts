import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  ignoresUnsupportedKey,
  toleratesEmptyKey,
  unknownValueIsRecorded,
} from '../../../lib/judges/search/tolerated-keys.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json } from '../json-answers.ts';

const list = (id: string, ...uids: readonly string[]) =>
  json(
    uids.map((uid) => ({ '0020000D': attribute('UI', uid) })),
    { id },
  );
const PLAIN = list('P', '1.2');
const NONE = list('X');
const status = (code: number) => exchange({ id: 'X', status: code });
type Failing = 'search-fails-on-empty-key' | 'search-refuses-unsupported-key' | 'search-fails-on-key-of-no-value';
const failing = (code: Failing, seen: number) => ({
  verdict: 'fail' as const,
  assertions: 1,
  breaches: [breach(code, { kind: 'status' }, { status: seen, expected: ['200', '204'], key: '' })],
});

test('QIDO-043: no filter and 400 are recorded, nothing found is a warning, other errors fail', () => {
  expectFinding(toleratesEmptyKey(list('X', '1.2'), PLAIN, 'study'), 'QIDO-043', {
    verdict: 'info',
    assertions: 2,
    remark: 'a key without value is no filter',
  });
  expectFinding(toleratesEmptyKey(status(400), PLAIN, 'study'), 'QIDO-043', {
    verdict: 'info',
    assertions: 1,
    remark: '400: a key without value is refused',
  });
  for (const nothing of [NONE, status(204)]) {
    expectFinding(toleratesEmptyKey(nothing, PLAIN, 'study'), 'QIDO-043', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('search-finds-nothing-by-empty-key', { kind: 'exchange' }, { key: '' })],
    });
  }
  expectFinding(toleratesEmptyKey(status(500), PLAIN, 'study'), 'QIDO-043', failing('search-fails-on-empty-key', 500));
});

test('QIDO-051: the same as without the key passes, 400 is a warning, nothing means that it is supported', () => {
  expectFinding(ignoresUnsupportedKey(list('X', '1.2'), PLAIN, 'study'), 'QIDO-051', { assertions: 2 });
  expectFinding(ignoresUnsupportedKey(status(400), PLAIN, 'study'), 'QIDO-051', {
    verdict: 'warn',
    assertions: 1,
    breaches: [
      breach('search-refuses-unsupported-key', { kind: 'status' }, { status: 400, expected: ['200', '204'], key: '' }),
    ],
    remark: '400: Table 10.6.3-1 has it for bad syntax',
  });
  for (const nothing of [NONE, status(204)]) {
    expectFinding(ignoresUnsupportedKey(nothing, PLAIN, 'study'), 'QIDO-051', {
      verdict: 'info',
      assertions: 2,
      remark: 'the attribute is supported as a key',
    });
  }
  expectFinding(ignoresUnsupportedKey(list('X', '1.2', '9'), PLAIN, 'study'), 'QIDO-051', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-changed-by-unsupported-key', at('/1'), { results: 2, expected: 1, key: '' })],
  });
  expectFinding(
    ignoresUnsupportedKey(status(500), PLAIN, 'study'),
    'QIDO-051',
    failing('search-refuses-unsupported-key', 500),
  );
});

test('QIDO-053: found or not found is recorded', () => {
  expectFinding(unknownValueIsRecorded(list('X', '1.2'), PLAIN, 'study'), 'QIDO-053', {
    verdict: 'info',
    assertions: 2,
    remark: 'a study without value is found',
  });
  for (const nothing of [NONE, status(204)]) {
    expectFinding(unknownValueIsRecorded(nothing, PLAIN, 'study'), 'QIDO-053', {
      verdict: 'info',
      assertions: 2,
      remark: 'a study without value is not found',
    });
  }
  expectFinding(unknownValueIsRecorded(status(400), PLAIN, 'study'), 'QIDO-053', {
    verdict: 'info',
    assertions: 1,
    remark: '400: the key is refused',
  });
  expectFinding(
    unknownValueIsRecorded(status(404), PLAIN, 'study'),
    'QIDO-053',
    failing('search-fails-on-key-of-no-value', 404),
  );
});

test('a server that finds nothing without the key has shown nothing', () => {
  for (const hollow of [NONE, status(204), status(400), status(404)]) {
    for (const judge of [toleratesEmptyKey, ignoresUnsupportedKey, unknownValueIsRecorded]) {
      const finding = judge(hollow, hollow, 'study');
      assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0], judge.name);
    }
  }
});
