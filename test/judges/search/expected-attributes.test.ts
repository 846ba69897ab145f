import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, readDataSet } from '../../../lib/answers/json/data-set.ts';
import { readJson } from '../../../lib/answers/json/text.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import { assess } from '../../../lib/judges/assess.ts';
import { assessComputed, assessStoredValue } from '../../../lib/judges/search/compared-values.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { instancesOfLevel } from '../../../lib/judges/search/expected-attributes.ts';
import {
  resultsHaveKnownAttributes,
  resultsHaveRequiredAttributes,
} from '../../../lib/judges/search/returned-attributes.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { seq, str, type Write } from '../dicom-bytes.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';
import { ARCHIVE, INSTANCES_OF_SERIES, SERIES_OF_STUDY, STUDIES } from '../searches.ts';

function attributeIn(text: Readonly<Record<string, unknown>>) {
  const { root } = readJson(Buffer.from(JSON.stringify(text)));
  assert.ok(root?.kind === 'object');
  const found = attributeOf(readDataSet(root, ''), Object.keys(text)[0] ?? '');
  assert.ok(found);
  return found;
}

function againstStored(tag: string, value: unknown, ...alternatives: readonly Write[]): Finding {
  const stored = alternatives.flatMap((write) => storedAttributes(anInstance([write]).dataSet).get(tag) ?? []);
  return assess('QIDO-020', 'returns what is stored', [exchange()], (a) =>
    assessStoredValue(attributeIn({ [tag]: value }), stored, 'study', a),
  );
}

test('a returned value agrees with any of the stored ones, rounded numbers too', () => {
  const [one, other] = [str('00280030', 'DS', '1.5'), str('00280030', 'DS', '2.5')];
  expectFinding(againstStored('00280030', attribute('DS', 2.5), one, other), 'QIDO-020', { assertions: 1 });
  expectFinding(againstStored('00280030', attribute('DS', 2.5000001), one, other), 'QIDO-020', { assertions: 1 });
  expectFinding(againstStored('00280030', attribute('DS', 3.5), one, other), 'QIDO-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-value-differs', at('/00280030/Value/0'), {
        tag: '00280030',
        level: 'study',
        expected: '"1.5"',
        actual: '3.5',
      }),
    ],
  });
});

test('an attribute that no instance has may be returned without value, and not with one', () => {
  for (const empty of [attribute('DA'), {}, { vr: 'SQ', Value: [] }, attribute('PN', null)]) {
    expectFinding(againstStored('00100030', empty), 'QIDO-020', { assertions: 1 });
  }
  for (const [value, actual] of [
    [attribute('DA', '20200101'), '"20200101"'],
    [{ Value: ['x'] }, '"x"'],
  ] as const) {
    expectFinding(againstStored('00100030', value), 'QIDO-020', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach('search-value-differs', at('/00100030'), { tag: '00100030', level: 'study', expected: '', actual }),
      ],
    });
  }
  const sequence = againstStored('00400275', { vr: 'SQ', Value: [{}] });
  expectFinding(sequence, 'QIDO-020', {
    verdict: 'fail',
    breaches: [
      breach('search-sequence-items-differ', at('/00400275'), {
        tag: '00400275',
        level: 'study',
        expected: 0,
        actual: 1,
      }),
    ],
  });
});

const computed = (value: unknown, ...expected: string[]) =>
  assess('QIDO-024', 'counts what is stored', [exchange()], (a) =>
    assessComputed(attributeIn({ '00080061': value }), expected, 'study', a),
  );

test('computed values are compared as a set, whatever their JSON type', () => {
  expectFinding(computed(attribute('CS', 'SR ', 'CT'), 'CT', 'SR'), 'QIDO-024', { assertions: 1 });
  for (const value of [12.0, '12', ' +012 ']) {
    expectFinding(computed(attribute('IS', value), '12'), 'QIDO-024', { assertions: 1 });
  }
  expectFinding(computed(attribute('CS', 'MR', 'CT'), 'CT', 'SR'), 'QIDO-024', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-modalities-differ', at('/00080061'), { expected: ['CT', 'SR'], actual: ['MR', 'CT'] })],
  });
  expectFinding(computed(attribute('CS'), 'CT'), 'QIDO-024', {
    verdict: 'fail',
    breaches: [
      breach('search-attribute-without-value', at('/00080061'), { tag: '00080061', level: 'study', expected: 'CT' }),
    ],
  });
  expectFinding(computed(attribute('CS', null), 'CT'), 'QIDO-024', {
    verdict: 'fail',
    breaches: [breach('search-modalities-differ', at('/00080061'), { expected: ['CT'], actual: ['null'] })],
  });
});

test('a study without any modality needs none in its result', () => {
  const bare = [anInstance([str('00200010', 'SH', '1')])];
  const search = expectedSearch(bare, STUDIES, [['StudyInstanceUID', STUDY]]);
  const codes = (modalities: unknown) =>
    resultsHaveRequiredAttributes(
      json([{ '0020000D': attribute('UI', STUDY), '00080061': modalities }]),
      search,
    ).breaches.flatMap(({ code, grade, where }) =>
      where.kind === 'json' && where.pointer === '/0/00080061' ? [`${code} ${grade}`] : [],
    );
  assert.deepEqual(codes(attribute('CS')), []);
  assert.deepEqual(codes(undefined), ['search-empty-attribute-missing warn']);
  const known = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
  const result = { '0020000D': attribute('UI', STUDY), '00080061': attribute('CS') };
  assert.ok(
    resultsHaveRequiredAttributes(json([result]), known).breaches.some(
      ({ code, parameters }) => code === 'search-attribute-without-value' && parameters.tag === '00080061',
    ),
  );
});

test('each level has its instances', () => {
  const [first] = expectedSearch(ARCHIVE, SERIES_OF_STUDY).matches;
  assert.ok(first);
  const match = { ...first, ofStudy: ARCHIVE, ofSeries: ARCHIVE.slice(0, 2), instances: ARCHIVE.slice(0, 1) };
  assert.equal(instancesOfLevel(match, 'study').length, 3);
  assert.equal(instancesOfLevel(match, 'series').length, 2);
  assert.equal(instancesOfLevel(match, 'instance').length, 1);
});

test('a stored sequence is compared by its items', () => {
  const items = seq('00400275', [[str('00400009', 'SH', 'x')]]);
  assert.equal(againstStored('00400275', { vr: 'SQ', Value: [{}] }, items).verdict, 'pass');
  assert.equal(againstStored('00400275', { vr: 'SQ', Value: [{}, {}] }, items).verdict, 'fail');
});

test('attributes of a series that are known are no matter of studies and instances', () => {
  const request = seq('00400275', [[str('00400009', 'SH', 'S1'), str('00401001', 'SH', 'R1')]]);
  const stored = [anInstance([request, str('0008103E', 'LO', 'Head')])];
  const item = { '00400275': { vr: 'SQ', Value: [{}] } };
  const open = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  const study = json([{ '0020000D': attribute('UI', STUDY), ...item }]);
  expectFinding(resultsHaveKnownAttributes(study, expectedSearch(stored, STUDIES)), 'QIDO-026', open);
  const instance = json([{ '00080018': attribute('UI', INSTANCE), ...item }]);
  expectFinding(resultsHaveKnownAttributes(instance, expectedSearch(stored, INSTANCES_OF_SERIES)), 'QIDO-028', open);
  const series = json([{ '0020000E': attribute('UI', SERIES), ...item }]);
  const finding = resultsHaveKnownAttributes(series, expectedSearch(stored, SERIES_OF_STUDY));
  assert.deepEqual([finding.verdict, finding.breachCount], ['warn', 3]);
});
