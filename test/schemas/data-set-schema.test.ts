import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { VALUE_REPRESENTATIONS } from '../../lib/dicom/vr.ts';
import { attributeSchema, BY_VR, schemaOfVr } from '../../lib/schemas/attribute-schema.ts';
import {
  dataSetSchema,
  metadataSchema,
  searchResultsSchema,
  storeResponseSchema,
} from '../../lib/schemas/data-set-schemas.ts';
import { JSON_SHAPES } from '../../lib/schemas/json-shapes.ts';
import { breaches } from '../../lib/schemas/validate.ts';

/** Breaches of a data set with one attribute, each as `requirement grade pointer`, pointers below the attribute. */
function found(attribute: unknown): string[] {
  return breaches('data-set', { '00091001': attribute }).map(
    ({ requirement, as, pointer }) => `${requirement} ${as} ${pointer.replace('/00091001', '')}`,
  );
}

const values = (vr: string, ...Value: unknown[]) => found({ vr, Value });
const FORMAT = ['JSON-022 must /Value/0'];

const GOOD: Record<string, readonly unknown[]> = {
  AE: ['STATION 1', ' X', 'a'.repeat(16)],
  AS: ['024Y', '003D', '011W', '006M'],
  AT: ['00080018', '7FE00010'],
  CS: ['ORIGINAL', 'A_1 B', 'X'.repeat(16)],
  DA: ['20200922', '19991231', '20240229'],
  DS: ['1.10', '-1.5E-3', ' +.5 ', '7.', 0.25, -3],
  DT: [
    '2020',
    '202009',
    '20200922',
    '2020092212',
    '202009221230',
    '20200922123059.123456+0100',
    '2020-0500',
    '20200922 ',
  ],
  FD: [0, -1.5e300],
  FL: [0.1],
  IS: ['42', ' -7 ', '+2147483647', '-2147483648', 42, -2147483648],
  LO: ['text ü日', 'x'.repeat(64)],
  LT: ['two\r\nlines\t\\ and more\f', 'x'.repeat(10240)],
  PN: [{ Alphabetic: 'A^B^C^D^E' }, { Ideographic: '山田^太郎' }, { Alphabetic: 'A', Phonetic: 'b' }],
  SH: ['x'.repeat(16)],
  SL: [-2147483648, 2147483647],
  SQ: [{}, { '00080005': { vr: 'CS' } }],
  SS: [-32768, 32767],
  ST: ['x'.repeat(1024)],
  SV: ['-9223372036854775808', '+9223372036854775807', 5],
  TM: ['12', '1230', '123059', '235960.5', '123059.123456 '],
  UC: ['x'.repeat(70000)],
  UI: ['1.2.840', '2.25.0', '0.1', `1.${'2'.repeat(62)}`],
  UL: [0, 4294967295],
  UR: ['http://server/a?b#c', '/path'],
  US: [0, 65535],
  UT: ['x\n'.repeat(40000)],
  UV: ['18446744073709551615', 7],
};

const BAD: Record<string, readonly unknown[]> = {
  AE: ['   ', 'a\\b', 'a\u0007', 'ü', 'a'.repeat(17)],
  AS: ['24Y', '024X', '024Y '],
  CS: ['lower', 'A-B', 'X'.repeat(17)],
  DA: ['2020-09-22', '20201301', '20200932', '20200900', '2020092', '20200922 '],
  DS: ['1,5', 'x', '1e', '1234567890.123456', '.'],
  DT: [
    '202',
    '20201301',
    '2020093',
    '202009222460',
    '20200922123061',
    '20200922+1',
    '20200922123059.1234567',
    `${'2020+0100'}   ${' '.repeat(20)}`,
  ],
  IS: ['1.5', '2147483648', '-2147483649', '123456789012', 2147483648, -2147483649, 1.5],
  LO: ['a\\b', 'a\nb', 'x'.repeat(65)],
  LT: ['\u0000', '\u000e', 'x'.repeat(10241)],
  PN: [
    { Alphabetic: 'A^B^C^D^E^F' },
    { Phonetic: 'a\\b' },
    { Ideographic: 'x'.repeat(65) },
    { Alphabetic: 'a\nb' },
  ].map((name) => name),
  SH: ['x'.repeat(17)],
  SL: [-2147483649, 2147483648, 0.5],
  SS: [-32769, 32768, 1.5],
  ST: ['x'.repeat(1025)],
  SV: ['9223372036854775808', '-9223372036854775809', '1.5', 0.5],
  TM: ['24', '1260', '12:30', '123059.', '123059.1234567'],
  UC: ['a\\b'],
  UI: ['1.02', '1', '3.4', '1.2.', '1..2', '1.2\u0000', `1.${'2'.repeat(63)}`],
  UL: [-1, 4294967296, 1.5],
  UR: [' http://x', 'a\\b'],
  US: [-1, 65536, 1.5],
  UT: ['\u0001'],
  UV: ['18446744073709551616', '-1', '+1'],
};

test('every VR has good examples or is binary, and a shape', () => {
  for (const vr of VALUE_REPRESENTATIONS) {
    assert.ok(GOOD[vr] || JSON_SHAPES[vr].type === 'binary', vr);
    assert.ok(BAD[vr] || GOOD[vr] === undefined || ['AT', 'FD', 'FL', 'SQ'].includes(vr), vr);
  }
  assert.equal(Object.keys(JSON_SHAPES).length, 34);
});

for (const [vr, examples] of Object.entries(GOOD)) {
  test(`${vr} takes what is right`, () => {
    for (const value of examples) assert.deepEqual(values(vr, value), [], JSON.stringify(value).slice(0, 40));
    const isSingle = ['LT', 'ST', 'UT', 'UR'].includes(vr);
    assert.deepEqual(values(vr, examples[0], examples[0]), isSingle ? ['JSON-018 must /Value'] : []);
    assert.deepEqual(found({ vr }), []);
  });
}

for (const [vr, examples] of Object.entries(BAD)) {
  test(`${vr} refuses values out of its format`, () => {
    for (const value of examples) {
      const pointers = values(vr, value).map((breach) => breach.replace(/\/(Alphabetic|Ideographic|Phonetic)$/, ''));
      assert.deepEqual(pointers, FORMAT, JSON.stringify(value).slice(0, 40));
    }
  });
}

const TYPES: Record<string, string> = {
  string: 'JSON-009',
  number: 'JSON-010',
  'number-or-string': 'JSON-011',
  name: 'JSON-013',
  item: 'JSON-015',
};
const WRONG_TYPES: Record<string, readonly unknown[]> = {
  string: [7, {}, true, ['x']],
  number: ['7', {}, true, [7], Number.NaN],
  'number-or-string': [{}, true, [7]],
  name: ['Doe^Jane', 7, ['x']],
  item: ['x', 7, null, []],
};

for (const [vr, { type }] of Object.entries(JSON_SHAPES)) {
  if (type === 'binary') continue;
  test(`${vr} refuses other JSON types`, () => {
    for (const value of WRONG_TYPES[type] ?? []) {
      assert.deepEqual(values(vr, value), [`${TYPES[type]} must /Value/0`], JSON.stringify(value));
    }
  });

  test(`${vr} is empty without Value, and a gap among values is null`, () => {
    assert.deepEqual(values(vr), ['JSON-016 should /Value']);
    if (vr === 'SQ') return;
    assert.deepEqual(values(vr, null), ['FD', 'FL'].includes(vr) ? [] : ['JSON-016 must /Value/0']);
    const good = GOOD[vr]?.[0];
    if (JSON_SHAPES[vr as 'AE'].single) return;
    assert.deepEqual(values(vr, good, null, good), []);
    if (type === 'number') return;
    const gap = type === 'name' ? [] : ['JSON-017 should /Value/1'];
    if (vr !== 'AT' && type !== 'name') assert.deepEqual(values(vr, good, ''), gap);
    if (type === 'name') {
      assert.deepEqual(values(vr, {}), ['JSON-016 must /Value/0']);
      assert.deepEqual(values(vr, good, {}), ['JSON-017 should /Value/1']);
    } else if (vr !== 'AT') assert.deepEqual(values(vr, ''), ['JSON-016 must /Value/0']);
  });

  test(`${vr} ${JSON_SHAPES[vr as 'AE'].bulkData ? 'may' : 'may not'} be bulk data, and is never inline binary`, () => {
    const bulk = found({ vr, BulkDataURI: 'http://server/b' });
    assert.deepEqual(bulk, JSON_SHAPES[vr as 'AE'].bulkData ? [] : ['WADO-RS-036 must /BulkDataURI']);
    assert.deepEqual(found({ vr, InlineBinary: 'AAAA' }), ['JSON-019 must /InlineBinary']);
  });
}

test('non-finite numbers may be text where the standard is silent', () => {
  for (const text of ['NaN', 'Infinity', '-Infinity', 'inf', '-inf']) {
    assert.deepEqual(values('FD', text), []);
    assert.deepEqual(values('FL', 1, text), []);
    assert.deepEqual(values('US', text), ['JSON-010 must /Value/0']);
  }
});

for (const [vr, unit] of [
  ['OB', 1],
  ['OD', 8],
  ['OF', 4],
  ['OL', 4],
  ['OV', 8],
  ['OW', 2],
  ['UN', 1],
] as const) {
  test(`${vr} is base64 of whole values of ${unit} bytes`, () => {
    const inline = (bytes: number) => found({ vr, InlineBinary: Buffer.alloc(bytes, 0x3e).toString('base64') });
    assert.deepEqual(inline(unit), []);
    assert.deepEqual(inline(unit * 3), []);
    if (unit > 1) assert.deepEqual(inline(unit + 1), ['JSON-019 must /InlineBinary']);
    assert.deepEqual(found({ vr, BulkDataURI: '/b' }), []);
    assert.deepEqual(found({ vr, Value: [1] }), ['JSON-019 must /Value']);
    assert.deepEqual(found({ vr, InlineBinary: '' }), ['JSON-016 should /InlineBinary']);
    for (const wrong of [[1], ['AAAA'], 7, {}, 'AAA', 'A===', 'AA=A', 'data:,x', 'AA AA===']) {
      assert.deepEqual(found({ vr, InlineBinary: wrong }), ['JSON-019 must /InlineBinary'], JSON.stringify(wrong));
    }
    const urlSafe = Buffer.alloc(24, 0xfb).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    assert.deepEqual(found({ vr, InlineBinary: urlSafe }), ['JSON-019 should /InlineBinary']);
  });
}

test('names of attributes are tags, and no group length', () => {
  const names = (object: object) =>
    breaches('data-set', object).map(({ requirement, as, pointer }) => `${requirement} ${as} ${pointer}`);
  for (const name of ['0008001a', 'PatientName', '0008,0018', '(0008,0018)', '000800181', '0008018', '__proto__']) {
    assert.deepEqual(names(Object.assign(Object.create(null), { [name]: { vr: 'LO' } })), [`JSON-003 must /${name}`]);
  }
  assert.deepEqual(names({ 'a/b~': { vr: 'LO' } }), ['JSON-003 must /a~1b~0']);
  assert.deepEqual(names({ '00080000': { vr: 'UL' } }), ['JSON-005 must /00080000']);
  assert.deepEqual(
    names({ '00091001': { vr: 'SQ', Value: [{ '00080000': { vr: 'UL' }, x: { vr: 'LO' } }] } }),
    ['JSON-003 must /00091001/Value/0/x', 'JSON-005 must /00091001/Value/0/00080000'].sort().reverse(),
  );
});

test('an attribute is an object with a vr and one holder', () => {
  for (const attribute of ['x', 7, null, [], {}, { Value: ['x'] }]) {
    assert.deepEqual(found(attribute), ['JSON-006 must '], JSON.stringify(attribute));
  }
  for (const vr of ['lo', 'XX', 'OB or OW', '', 7, null]) assert.deepEqual(found({ vr }), ['JSON-006 must /vr']);
  assert.deepEqual(found({ vr: 'LO', Value: 'x' }), ['JSON-008 must /Value']);
  assert.deepEqual(found({ vr: 'UT', Value: ['x'], BulkDataURI: 'y' }), ['JSON-008 must ']);
  assert.deepEqual(found({ vr: 'OB', InlineBinary: 'AAAA', BulkDataURI: 'y' }), ['JSON-008 must ']);
  assert.deepEqual(found({ vr: 'OB', InlineBinary: 'AAAA', Value: [1] }).sort(), [
    'JSON-008 must ',
    'JSON-019 must /Value',
  ]);
  assert.deepEqual(found({ vr: 'LO', keyword: 'PatientID' }), ['JSON-008 should /keyword']);
  assert.deepEqual(found({ vr: 'UT', BulkDataURI: '' }), ['JSON-021 must /BulkDataURI']);
  assert.deepEqual(found({ vr: 'UT', BulkDataURI: ['x'] }), ['JSON-021 must /BulkDataURI']);
});

test('names of persons have three groups at most, none empty, none joined', () => {
  assert.deepEqual(values('PN', { Alphabetic: 'A', Family: 'B' }), ['JSON-013 must /Value/0/Family']);
  assert.deepEqual(values('PN', { Alphabetic: 7 }), ['JSON-013 must /Value/0/Alphabetic']);
  assert.deepEqual(values('PN', { Alphabetic: 'A', Phonetic: '' }), ['JSON-014 should /Value/0/Phonetic']);
  assert.deepEqual(values('PN', { Alphabetic: 'A=B' }), ['JSON-014 must /Value/0/Alphabetic']);
});

test('the words of a breach say what would be right', () => {
  const words = (attribute: unknown) => breaches('data-set', { '00091001': attribute }).map(({ expected }) => expected);
  assert.deepEqual(words({ vr: 'DA', Value: ['x'] }), ['a value in the format of DA']);
  assert.deepEqual(words({ vr: 'DA', Value: [7] }), ['a JSON string for DA']);
  assert.deepEqual(words({ vr: 'US', Value: ['7'] }), ['a JSON number for US']);
  assert.deepEqual(words({ vr: 'IS', Value: [{}] }), ['a JSON number or string for IS']);
  assert.deepEqual(words({ vr: 'ZZ' }), ['a VR of Table F.2.3-1']);
  assert.deepEqual(words('x'), ['an attribute object with a vr member']);
  assert.deepEqual(words({ vr: 'UT', Value: ['x'], BulkDataURI: 'y' }), ['one of Value and BulkDataURI']);
  assert.deepEqual(words({ vr: 'OB', InlineBinary: 'AAAA', BulkDataURI: 'y' }), [
    'one of BulkDataURI and InlineBinary',
  ]);
  assert.deepEqual(words({ vr: 'OW', InlineBinary: 'AA==' }), ['base64 of a whole number of OW values']);
  assert.deepEqual(words({ vr: 'LO', x: 1 }), ['no members but vr and one holder']);
});

test('the schemas are valid by the meta-schema', () => {
  const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
  ajv.addKeyword({ keyword: 'breach', schemaType: 'object' });
  ajv.addKeyword({ keyword: BY_VR, schemaType: 'boolean' });
  const schemas = [attributeSchema, dataSetSchema, searchResultsSchema, metadataSchema, storeResponseSchema];
  for (const schema of [...schemas, ...VALUE_REPRESENTATIONS.map(schemaOfVr)]) {
    assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
  }
});

test('hostile values take bounded time and give bounded answers', () => {
  const started = Date.now();
  assert.equal(breaches('data-set', { '00091001': { vr: 'US', Value: Array(5000).fill('x') } }).length, 1000);
  assert.deepEqual(values('UI', `1${'.1'.repeat(200_000)}x`), FORMAT);
  assert.deepEqual(found({ vr: 'OB', InlineBinary: 'A'.repeat(4_000_000) }), []);
  assert.deepEqual(values('SV', '9'.repeat(100_000)), FORMAT);
  assert.ok(Date.now() - started < 5_000);
});
