import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonBodyOf } from '../../../lib/answers/json/body.ts';
import type { StoredAttribute } from '../../../lib/answers/stored/stored-attributes.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import { assess } from '../../../lib/judges/assess.ts';
import { absent, assessComputed, assessStoredValue } from '../../../lib/judges/search/compared-values.ts';
import { seq, str, type Write } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json } from '../json-answers.ts';

const ID = '00100020';

function returned(tag: string, written: object) {
  const answer = json([{ [tag]: written }]);
  const [found] = answer.response ? jsonBodyOf(answer.response).attributes : [];
  assert.ok(found);
  return { answer, found };
}

function stored(write: Write, tag = ID): StoredAttribute {
  const attribute = storedAttributes(anInstance([write]).dataSet).get(tag);
  assert.ok(attribute);
  return attribute;
}

const beside = (written: object, alternatives: readonly StoredAttribute[], tag = ID) => {
  const { answer, found } = returned(tag, written);
  return assess('QIDO-020', 'has the stored value', [answer], (a) =>
    assessStoredValue(found, alternatives, 'study', a),
  );
};
const where = at(`/0/${ID}/Value/0`);

test('any of several stored values is right, and a rounded number as well', () => {
  const both = [stored(str(ID, 'LO', 'P1')), stored(str(ID, 'LO', 'P2'))];
  expectFinding(beside(attribute('LO', 'P2'), both), 'QIDO-020', { assertions: 1 });
  const number = stored(str('00101030', 'DS', '70.00000001'), '00101030');
  expectFinding(beside(attribute('DS', 70), [number], '00101030'), 'QIDO-020', { assertions: 1 });
  const facts = { tag: ID, level: 'study' };
  expectFinding(beside(attribute('LO', 'P3'), both), 'QIDO-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-value-differs', where, { ...facts, expected: '"P1"', actual: '"P3"' })],
  });
  expectFinding(beside(attribute('LO'), both), 'QIDO-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-attribute-without-value', at(`/0/${ID}`), { ...facts, expected: '"P1"' })],
  });
});

test('a value where none is stored is invented, of whichever VR', () => {
  for (const written of [attribute('LO', 'P3'), { Value: ['P3'] }]) {
    expectFinding(beside(written, []), 'QIDO-020', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach('search-value-differs', at(`/0/${ID}`), { tag: ID, level: 'study', expected: '', actual: '"P3"' }),
      ],
    });
  }
  assert.equal(beside(attribute('LO'), []).verdict, 'pass');
  const { vr, values, items, isEmpty, bytes } = absent(ID);
  assert.deepEqual([vr, values, items, isEmpty, bytes.length, bytes.read(0, 1).length], ['UN', [], [], true, 0, 0]);
});

test('a sequence of another number of items is told by the numbers', () => {
  const tag = '00400275';
  const one = stored(seq(tag, [[str('00400009', 'SH', 'A')]]), tag);
  expectFinding(beside({ vr: 'SQ', Value: [{}, {}] }, [one], tag), 'QIDO-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-sequence-items-differ', at(`/0/${tag}`), { tag, level: 'study', expected: 1, actual: 2 }),
    ],
  });
});

const COUNT = '00201206';
const MODALITIES = '00080061';
const computed = (tag: string, expected: readonly string[], ...values: readonly unknown[]) => {
  const { answer, found } = returned(tag, attribute(tag === COUNT ? 'IS' : 'CS', ...values));
  return assess('QIDO-024', 'counts what is stored', [answer], (a) => assessComputed(found, expected, 'study', a));
};

test('a count is the same however it is written, and told as smaller where it is', () => {
  for (const value of [2, '2', '02', '+2', ' 2 ']) {
    expectFinding(computed(COUNT, ['2'], value), 'QIDO-024', { assertions: 1 });
  }
  for (const [values, actual, code] of [
    [[1], '1', 'search-count-too-small'],
    [[3], '3', 'search-count-differs'],
    [['2.0'], '2.0', 'search-count-differs'],
    [['x2'], 'x2', 'search-count-differs'],
    [['2x'], '2x', 'search-count-differs'],
    [[2, 2], '2, 2', 'search-count-differs'],
    [[true], 'true', 'search-count-differs'],
  ] as const) {
    expectFinding(computed(COUNT, ['2'], ...values), 'QIDO-024', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, at(`/0/${COUNT}`), { tag: COUNT, level: 'study', expected: '2', actual })],
    });
  }
});

test('modalities come in any order; without any, all of them are missing', () => {
  const [tag, level] = [MODALITIES, 'study'];
  expectFinding(computed(tag, ['CT', 'SR'], 'SR', 'CT'), 'QIDO-024', { assertions: 1 });
  expectFinding(computed(tag, ['CT', 'SR'], 'CT'), 'QIDO-024', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-modalities-differ', at(`/0/${tag}`), { expected: ['CT', 'SR'], actual: ['CT'] })],
  });
  expectFinding(computed(tag, ['CT', 'SR']), 'QIDO-024', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-attribute-without-value', at(`/0/${tag}`), { tag, level, expected: 'CT, SR' })],
  });
});
