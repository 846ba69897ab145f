import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonBodyOf } from '../../../lib/answers/json/body.ts';
import type { JsonDataSet } from '../../../lib/answers/json/data-set.ts';
import { counterparts, instancesOf, missingAttributes } from '../../../lib/answers/stored/counterparts.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { raw, seq, str } from '../../judges/dicom-bytes.ts';
import { anInstance, attribute, json } from '../../judges/json-answers.ts';

function dataSets(...bodies: readonly unknown[]): readonly JsonDataSet[] {
  const { response } = json(bodies);
  assert.ok(response);
  return jsonBodyOf(response).dataSets;
}

const uids = (study?: string, series?: string, instance?: string) => ({
  ...(instance ? { '00080018': attribute('UI', instance) } : {}),
  ...(study ? { '0020000D': attribute('UI', study) } : {}),
  ...(series ? { '0020000E': attribute('UI', series) } : {}),
});

const STORED = [
  anInstance([str('00100020', 'LO', 'A'), str('00200013', 'IS', '1')], {
    study: '1',
    series: '1.1',
    instance: '1.1.1',
  }),
  anInstance([str('00100020', 'LO', 'B'), str('00200013', 'IS', '2')], {
    study: '1',
    series: '1.1',
    instance: '1.1.2',
  }),
  anInstance([str('00100020', 'SH', 'C')], { study: '1', series: '1.2', instance: '1.2.1' }),
  anInstance([str('00100020', 'LO', 'D')], { study: '2', series: '2.1', instance: '2.1.1' }),
];

for (const [what, attributes, instances] of [
  ['an instance', uids('1', '1.1', '1.1.2'), ['1.1.2']],
  ['an instance that is not known', uids('1', '1.1', '9'), []],
  ['a series', uids('1', '1.1'), ['1.1.1', '1.1.2']],
  ['a series that is not known', uids('1', '9'), []],
  ['a study', uids('1'), ['1.1.1', '1.1.2', '1.2.1']],
  ['a study that is not known', uids('9'), []],
  ['nothing', {}, []],
  ['a UID with its padding', uids('2 \u0000\u0000'), ['2.1.1']],
  ['a UID that is no text', { '0020000D': attribute('UI', 2) }, []],
] as const) {
  test(`a data set of ${what} speaks of ${instances.length} instances`, () => {
    const [dataSet] = dataSets(attributes);
    assert.ok(dataSet);
    assert.deepEqual(
      instancesOf(dataSet, STORED).map(({ instance }) => instance),
      instances,
    );
  });
}

/** The stored values beside which an attribute is put. */
function storedBeside(body: Record<string, unknown>, tag: string): unknown {
  const pairs = [...counterparts(dataSets(body), STORED)].filter((pair) => pair.attribute.tag === tag);
  assert.ok(pairs.length <= 1);
  return pairs[0]?.stored.values;
}

test('of several instances the one counts that agrees in vr and value, else the first', () => {
  const study = (value: unknown) => ({ ...uids('1'), '00100020': value });
  assert.deepEqual(storedBeside(study(attribute('LO', 'A')), '00100020'), ['A']);
  assert.deepEqual(storedBeside(study(attribute('LO', 'B')), '00100020'), ['B']);
  assert.deepEqual(storedBeside(study(attribute('SH', 'C')), '00100020'), ['C']);
  assert.deepEqual(storedBeside(study(attribute('LO', 'C')), '00100020'), ['A']);
  assert.deepEqual(storedBeside(study(attribute('SH', 'B')), '00100020'), ['A']);
  assert.deepEqual(storedBeside(study(attribute('LO', 'D')), '00100020'), ['A']);
  assert.deepEqual(storedBeside({ ...uids('1', '1.2'), '00200013': attribute('IS', 1) }, '00200013'), undefined);
});

test('items have counterparts as far as there are items', () => {
  const item = (id: string) => [str('00400009', 'SH', id)];
  const stored = [
    anInstance([str('00080005', 'CS', 'ISO_IR 100'), seq('00400275', [item('a'), item('b')])], {
      study: '1',
      series: '1.1',
      instance: '1',
    }),
  ];
  const body = {
    ...uids('1', '1.1', '1'),
    '00080005': attribute('CS', 'ISO_IR 192'),
    '00400275': { vr: 'SQ', Value: [null, { '00400009': attribute('SH', 'x') }, { '00400009': attribute('SH', 'y') }] },
  };
  const found = [...counterparts(dataSets(body), stored)].map(({ attribute: { pointer }, stored: { values } }) => [
    pointer,
    values.length === 2 ? 'items' : values[0],
  ]);
  assert.deepEqual(found, [
    ['/0/00080018', '1'],
    ['/0/0020000D', '1'],
    ['/0/0020000E', '1.1'],
    ['/0/00400275', 'items'],
    ['/0/00400275/Value/1/00400009', 'b'],
  ]);
});

test('missing attributes are those of one instance, items included, character sets not', () => {
  const stored = [
    anInstance(
      [
        str('00080005', 'CS', 'ISO_IR 100'),
        seq('00400275', [[str('00400009', 'SH', 'a')], []]),
        str('00100020', 'LO', 'x'),
      ],
      {
        study: '1',
        series: '1.1',
        instance: '1',
      },
    ),
  ];
  const missing = (...bodies: unknown[]) =>
    [...missingAttributes(dataSets(...bodies), stored)].map(({ pointer, attribute: { tag } }) => [pointer, tag]);
  const sopClass = { '00080016': attribute('UI', 'x') };
  const full = { ...sopClass, ...uids('1', '1.1', '1') };
  assert.deepEqual(missing({}, { ...full, '00400275': { vr: 'SQ', Value: [{}, {}, {}] } }), [
    ['/1/00100020', '00100020'],
    ['/1/00400275/Value/0/00400009', '00400009'],
  ]);
  assert.deepEqual(missing(full), [
    ['/0/00100020', '00100020'],
    ['/0/00400275', '00400275'],
  ]);
  const two = [...stored, anInstance([str('00100020', 'LO', 'x')], { study: '1', series: '1.1', instance: '2' })];
  assert.deepEqual([...missingAttributes(dataSets(uids('1')), two)], []);
  assert.deepEqual([...missingAttributes(dataSets(uids('9')), two)], []);
});

test('an attribute whose original was kept is not missing', () => {
  const stored = [anInstance([str('00100020', 'LO', 'x')], { study: '1', series: '1.1', instance: '1' })];
  const item = (attributes: object) => ({ vr: 'SQ', Value: [attributes] });
  const kept = { '04000561': item({ '04000550': item({ '00100020': attribute('LO', 'x') }) }) };
  const without = { '00080016': attribute('UI', 'x'), ...uids('1', '1.1', '1') };
  const missing = (body: object) => [...missingAttributes(dataSets(body), stored)].map(({ attribute: { tag } }) => tag);
  assert.deepEqual(missing(without), ['00100020']);
  assert.deepEqual(missing({ ...without, ...kept }), []);
});

test('an empty attribute is stored without a value', () => {
  const empty = storedAttributes(anInstance([str('00100020', 'LO', '')]).dataSet).get('00100020');
  assert.deepEqual([empty?.values, empty?.isEmpty], [[], true]);
});

test('a private attribute that was stored without its creator has a counterpart all the same', () => {
  const stored = [anInstance([str('00091011', 'LO', 'x')], { study: '1', series: '1.1', instance: '1' })];
  const body = { ...uids('1'), '00090010': attribute('LO', 'MINE'), '00091011': attribute('LO', 'y') };
  const found = [...counterparts(dataSets(body), stored)].map((pair) => pair.attribute.tag);
  assert.ok(found.includes('00091011'));
});

test('padding behind a data set is none of its attributes', () => {
  const padded = [anInstance([raw('FFFCFFFC', 'OB', [0, 0])], { study: '1', series: '1.1', instance: '1' })];
  const full = { '00080016': attribute('UI', '1.2.840.10008.5.1.4.1.1.7'), ...uids('1', '1.1', '1') };
  assert.deepEqual([...missingAttributes(dataSets(full), padded)], []);
});

test('a private attribute of another creator has no counterpart', () => {
  const stored = [
    anInstance([str('00090010', 'LO', 'MINE'), str('00091011', 'LO', 'x')], {
      study: '1',
      series: '1.1',
      instance: '1',
    }),
  ];
  const of = (creator: object) => ({ ...uids('1'), ...creator, '00091011': attribute('LO', 'y') });
  assert.deepEqual(
    [{}, { '00090010': attribute('LO', 'MINE') }, { '00090010': attribute('LO', 'OTHER') }].map((creator) =>
      [...counterparts(dataSets(of(creator)), stored)].some((pair) => pair.attribute.tag === '00091011'),
    ),
    [true, true, false],
  );
});
