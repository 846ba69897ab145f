import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { isExactNumber, isSameDecimal } from '../../lib/dicom/decimal.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { BIG_ENDIAN, explicit, file, IDS, item, RLE, SEQUENCE_END, UNDEFINED, type Value } from './raw-file.ts';

const read = (...elements: Buffer[]) => readPart10(memorySource(file([IDS, ...elements]))).dataSet;
const attribute = (tag: string, vr: string, value: Value) => toDicomJson(read(explicit(tag, vr, value)))[tag];

describe('an attribute in the DICOM JSON Model', () => {
  const cases: readonly (readonly [vr: string, value: Value, expected: unknown])[] = [
    ['DS', '1.10\\1e-5\\0.1\\-0.0', [1.1, 1e-5, 0.1, 0]],
    ['DS', '0.1234567890123456789\\1e400\\abc', ['0.1234567890123456789', '1e400', 'abc']],
    ['DS', '9007199254740993', ['9007199254740993']],
    ['IS', '+12\\007 \\', [12, 7, null]],
    ['CS', 'A\\\\B ', ['A', null, 'B']],
    ['PN', 'A^B=C=D\\\\=E', [{ Alphabetic: 'A^B', Ideographic: 'C', Phonetic: 'D' }, null, { Ideographic: 'E' }]],
    ['FD', [0, 0, 0, 0, 0, 0, 0xf8, 0x7f], ['NaN']],
    ['FL', [0, 0, 0x80, 0xff, 0, 0, 0x80, 0x7f], ['-inf', 'inf']],
    ['UV', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0], [2 ** 53 - 1]],
    ['UV', [0, 0, 0, 0, 0, 0, 0x20, 0], ['9007199254740992']],
  ];
  for (const [vr, value, expected] of cases) {
    test(`${vr} ${JSON.stringify(value)}`, () =>
      assert.deepEqual(attribute('00100020', vr, value), { vr, Value: expected }));
  }
  test('has only its VR when it is empty', () => {
    for (const vr of ['PN', 'SQ', 'OB', 'US', 'LO', 'UN', 'AT'])
      assert.deepEqual(attribute('00100020', vr, ''), { vr });
    assert.deepEqual(attribute('00100020', 'LO', '  '), { vr: 'LO' });
  });
  test('keeps empty items', () => {
    const sequence = Buffer.concat([item(''), item(explicit('00100020', 'LO', 'AB')), item('')]);
    assert.deepEqual(attribute('00081140', 'SQ', sequence)?.Value, [
      {},
      { '00100020': { vr: 'LO', Value: ['AB'] } },
      {},
    ]);
  });
});

test('leaves group lengths out', () => {
  assert.deepEqual(Object.keys(toDicomJson(read(explicit('00100000', 'UL', [0, 0, 0, 0])))), ['00080016', '00080018']);
});

test('names attributes in ascending order, whatever that of the file', () => {
  const json = toDicomJson(read(explicit('00100020', 'LO', 'AB'), explicit('00080060', 'CS', 'OT')));
  assert.deepEqual(Object.keys(json), ['00080016', '00080018', '00080060', '00100020']);
});

test('asks for the URI of every value, with the way to it', () => {
  const inner = explicit('00420011', 'OB', [1, 2]);
  const dataSet = read(
    explicit('00081140', 'SQ', Buffer.concat([item(''), item(inner)])),
    explicit('00100020', 'LO', ''),
  );
  const asked: unknown[] = [];
  const json = toDicomJson(dataSet, {
    bulkDataUri(element, path) {
      asked.push([element.tag, ...path]);
      return element.vr === 'OB' ? 'http://host/bulk' : null;
    },
  });
  assert.deepEqual(asked, [['00080016'], ['00080018'], ['00420011', '00081140', 1]]);
  assert.deepEqual(json['00081140']?.Value, [{}, { '00420011': { vr: 'OB', BulkDataURI: 'http://host/bulk' } }]);
});

test('writes bytes in little endian', () => {
  for (const [vr, value, expected] of [
    ['OW', [1, 2, 3, 4], [2, 1, 4, 3]],
    ['OF', [1, 2, 3, 4], [4, 3, 2, 1]],
    ['OV', [1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]],
    ['OB', [1, 2], [1, 2]],
    ['UN', [1, 2], [1, 2]],
  ] as const) {
    const bytes = file(explicit('00420011', vr, value, undefined, true), BIG_ENDIAN);
    const json = toDicomJson(readPart10(memorySource(bytes)).dataSet);
    assert.deepEqual([...Buffer.from(json['00420011']?.InlineBinary ?? '', 'base64')], expected, vr);
  }
});

test('encapsulated pixel data are the items without the delimitation', () => {
  const items = Buffer.concat([item(''), item([1, 2])]);
  const pixels = explicit('7FE00010', 'OB', Buffer.concat([items, SEQUENCE_END]), UNDEFINED);
  const { dataSet } = readPart10(memorySource(file([IDS, pixels], RLE)));
  assert.equal(toDicomJson(dataSet)['7FE00010']?.InlineBinary, items.toString('base64'));
});

describe('decimal numbers', () => {
  test('are the same in another spelling', () => {
    for (const [left, right] of [
      ['1.10', '1.1'],
      ['+1e-5', '0.00001'],
      ['100', '1E2'],
      ['-0.0', '0'],
      ['.5', '0.50'],
      ['1.', '1'],
    ] as const) {
      assert.ok(isSameDecimal(left, right), `${left} ${right}`);
    }
    for (const [left, right] of [
      ['1.1', '1.10000001'],
      ['-1', '1'],
      ['1e2', '10'],
      ['', ''],
      ['abc', 'abc'],
      ['1e', '1'],
      ['.', '0'],
    ] as const) {
      assert.ok(!isSameDecimal(left, right), `${left} ${right}`);
    }
  });
  test('are exact as long as JavaScript writes the same one', () => {
    assert.ok(isExactNumber('0.1'));
    assert.ok(!isExactNumber('0.30000000000000001'));
    assert.ok(!isExactNumber('Infinity'));
  });
});
