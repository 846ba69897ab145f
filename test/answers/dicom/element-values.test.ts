import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareBytes,
  compareElementValues,
  isText,
  littleEndianOf,
} from '../../../lib/answers/dicom/element-values.ts';
import { type ByteSource, memorySource } from '../../../lib/bytes/byte-source.ts';
import type { DataElement } from '../../../lib/dicom/data-set.ts';
import {
  BIG_ENDIAN,
  EXPLICIT,
  file,
  raw,
  stored,
  str,
  tags,
  utf8,
  type Write,
  words,
} from '../../judges/dicom-bytes.ts';

const TAG = '00291010';
function elementOf(write: Write, others: readonly Write[] = [], syntax = EXPLICIT, tag = TAG) {
  const { dataSet } = stored(file([...others, write], syntax));
  const element = dataSet.elements.get(tag);
  assert.ok(element);
  return { element, dataSet };
}
const compare = (left: Write, right: Write) => compareElementValues(elementOf(left), elementOf(right));
const text = (vr: string, value: string, pad?: number) =>
  pad === undefined ? str(TAG, vr, value) : str(TAG, vr, value, pad);

test('padding means nothing in any text', () => {
  for (const vr of [
    'AE',
    'CS',
    'DS',
    'IS',
    'LO',
    'SH',
    'PN',
    'DA',
    'TM',
    'DT',
    'AS',
    'UC',
    'UI',
    'LT',
    'ST',
    'UT',
    'UR',
  ]) {
    assert.deepEqual(compare(text(vr, '12'), text(vr, '12  ')), { kind: 'equal' }, vr);
    assert.deepEqual(compare(text(vr, '1', 0), text(vr, '1', 0x20)), { kind: 'equal' }, vr);
  }
});

test('leading spaces mean nothing where PS3.5 says so', () => {
  for (const vr of ['AE', 'CS', 'DS', 'IS', 'LO', 'SH']) {
    assert.deepEqual(compare(text(vr, '1\\2'), text(vr, ' 1\\  2')), { kind: 'equal' }, vr);
  }
  for (const vr of ['PN', 'UC', 'LT', 'ST', 'UT', 'UR']) {
    assert.deepEqual(
      compare(text(vr, 'ab'), text(vr, ' ab')),
      { kind: 'different', expected: '"ab"', actual: '" ab"' },
      vr,
    );
  }
});

test('values are compared one by one, empty ones included', () => {
  assert.deepEqual(compare(text('LO', 'a\\b'), text('LO', 'a \\b ')), { kind: 'equal' });
  assert.deepEqual(compare(text('LO', 'a\\\\b'), text('LO', 'a\\b')), {
    kind: 'different',
    expected: '"a\\\\\\\\b"',
    actual: '"a\\\\b"',
  });
  assert.equal(compare(text('LO', 'a\\b'), text('LO', 'a')).kind, 'different');
  assert.equal(compare(text('LO', 'a'), text('LO', 'a\\b')).kind, 'different');
});

test('a value that is gone or that came from nowhere is called by its name', () => {
  assert.deepEqual(compare(text('LO', 'ab'), text('LO', '')), {
    kind: 'different',
    expected: '"ab"',
    actual: 'no value',
  });
  assert.deepEqual(compare(text('LO', ''), text('LO', 'ab')), {
    kind: 'different',
    expected: 'no value',
    actual: '"ab"',
  });
  assert.deepEqual(compare(text('LO', ''), text('LO', '  ')), { kind: 'equal' });
  assert.deepEqual(compare(words(TAG, 'US', 5), words(TAG, 'US')), {
    kind: 'different',
    expected: '5',
    actual: 'no value',
    offset: 0,
  });
});

test('trailing empty components and groups of a name may be left out', () => {
  for (const [left, right] of [
    ['A^B', 'A^B^^^'],
    ['A^B', 'A^B=='],
    ['A=B', 'A^ =B^='],
    ['A ', 'A'],
  ] as const) {
    assert.deepEqual(compare(text('PN', left), text('PN', right)), { kind: 'equal' });
  }
  for (const [left, right] of [
    ['A^B', 'A^^B'],
    ['A=B', 'A==B'],
    ['^A', 'A'],
    ['A', '=A'],
  ] as const) {
    assert.equal(compare(text('PN', left), text('PN', right)).kind, 'different', `${left} ${right}`);
  }
  assert.equal(compare(text('LO', 'A^'), text('LO', 'A')).kind, 'different', 'only names have components');
});

test('the same number in other characters is rewritten, another number is different', () => {
  for (const vr of ['DS', 'IS']) {
    assert.deepEqual(compare(text(vr, '15\\2'), text(vr, '+15\\2')), {
      kind: 'rewritten',
      expected: '"15\\\\2"',
      actual: '"+15\\\\2"',
    });
  }
  assert.equal(compare(text('DS', '1.50'), text('DS', '1.5')).kind, 'rewritten');
  assert.equal(compare(text('DS', '1.5'), text('DS', '1.51')).kind, 'different');
  assert.equal(compare(text('DS', '1.50\\2'), text('DS', '1.5')).kind, 'different');
  assert.equal(compare(text('DS', '1.50\\2'), text('DS', '1.5\\3')).kind, 'different');
  assert.equal(compare(text('DS', 'x\\1.50'), text('DS', 'x\\1.5')).kind, 'rewritten');
  assert.equal(compare(text('LO', '1.50'), text('LO', '1.5')).kind, 'different');
});

test('long texts are shown from shortly before their difference on', () => {
  const common = 'x'.repeat(61);
  assert.deepEqual(compare(text('LT', `${common}a`), text('LT', `${common}b`)), {
    kind: 'different',
    expected: `from character 42 on "${'x'.repeat(20)}a"`,
    actual: `from character 42 on "${'x'.repeat(20)}b"`,
  });
  const shorter = 'x'.repeat(60);
  assert.deepEqual(compare(text('LT', `${shorter}a`), text('LT', shorter)), {
    kind: 'different',
    expected: `"${shorter}a"`,
    actual: `"${shorter}"`,
  });
});

test('text is compared as characters, whatever the character set', () => {
  const latin = elementOf(text('LO', 'Müller'), [str('00080005', 'CS', 'ISO_IR 100')]);
  const unicode = elementOf(utf8(TAG, 'LO', 'Müller'), [str('00080005', 'CS', 'ISO_IR 192')]);
  assert.deepEqual(compareElementValues(latin, unicode), { kind: 'equal' });
  const relabelled = elementOf(text('LO', 'Müller'), [str('00080005', 'CS', 'ISO_IR 144')]);
  assert.equal(
    compareElementValues(latin, relabelled).kind,
    'different',
    'the bytes are the same, the characters are not',
  );
});

test('numbers are compared in either byte order, and shown while they are few', () => {
  assert.deepEqual(
    compareElementValues(elementOf(words(TAG, 'US', 1, 2)), elementOf(words(TAG, 'US', 1, 2), [], BIG_ENDIAN)),
    {
      kind: 'equal',
    },
  );
  assert.deepEqual(compare(words(TAG, 'US', 1, 2, 3), words(TAG, 'US', 1, 7, 3)), {
    kind: 'different',
    expected: '1\\2\\3',
    actual: '1\\7\\3',
    offset: 2,
  });
  const many = Array.from({ length: 33 }, () => 1);
  assert.deepEqual(compare(words(TAG, 'US', ...many), words(TAG, 'US', ...many.slice(1), 2)), {
    kind: 'different',
    expected: '66 bytes',
    actual: 'other bytes from offset 64 on',
    offset: 64,
  });
  assert.equal(compare(words(TAG, 'US', ...many.slice(1)), words(TAG, 'US', ...many.slice(2), 2)).kind, 'different');
  const boundary = compare(words(TAG, 'US', ...many.slice(1)), words(TAG, 'US', ...many.slice(2), 2));
  assert.equal(boundary.kind === 'different' && boundary.expected, many.slice(1).join('\\'));
});

test('attribute tags are two words', () => {
  const little = elementOf(tags(TAG, '00100020', '7FE00010'));
  const big = elementOf(tags(TAG, '00100020', '7FE00010'), [], BIG_ENDIAN);
  assert.deepEqual(compareElementValues(little, big), { kind: 'equal' });
  assert.deepEqual([...littleEndianOf(big).read(0, 8)], [...littleEndianOf(little).read(0, 8)]);
  assert.equal(compare(tags(TAG, '00100020'), tags(TAG, '00100021')).kind, 'different');
});

test('words and bytes keep their order by VR', () => {
  const big = elementOf(words(TAG, 'OW', 0x0102), [], BIG_ENDIAN);
  assert.deepEqual([...littleEndianOf(big).read(0, 2)], [2, 1]);
  const octets = elementOf(raw(TAG, 'OB', [1, 2]), [], BIG_ENDIAN);
  assert.deepEqual([...littleEndianOf(octets).read(0, 2)], [1, 2]);
});

test('one byte of padding is tolerated in byte strings, not in words', () => {
  for (const vr of ['OB', 'UN']) {
    assert.deepEqual(compare(raw(TAG, vr, [1, 2, 3, 0]), raw(TAG, vr, [1, 2, 3])), { kind: 'equal' });
    assert.deepEqual(compare(raw(TAG, vr, [1, 2, 3]), raw(TAG, vr, [1, 2, 3, 0])), { kind: 'equal' });
    assert.equal(compare(raw(TAG, vr, [1, 2, 3]), raw(TAG, vr, [1, 2, 3, 1])).kind, 'different');
    assert.equal(compare(raw(TAG, vr, [1, 2]), raw(TAG, vr, [1, 2, 0, 0])).kind, 'different');
  }
  assert.equal(compare(raw(TAG, 'OW', [1, 2, 3, 0]), raw(TAG, 'OW', [1, 2, 3])).kind, 'different');
});

test('under UN, text keeps its bytes and may lose its padding', () => {
  assert.deepEqual(compare(text('LO', 'abc'), raw(TAG, 'UN', Buffer.from('abc'))), { kind: 'equal' });
  assert.deepEqual(compare(raw(TAG, 'UN', Buffer.from('abc ')), text('LO', 'abc ')), { kind: 'equal' });
  assert.equal(compare(text('LO', 'abc'), raw(TAG, 'UN', Buffer.from('abd '))).kind, 'different');
});

test('text beyond what is read as text is left undecided unless its bytes are the same', () => {
  const long = (end: string): { element: DataElement; dataSet: ReturnType<typeof elementOf>['dataSet'] } => {
    const small = elementOf(text('UT', 'x'));
    const value: ByteSource = memorySource(Buffer.concat([Buffer.alloc(16 * 2 ** 20, 'x'), Buffer.from(end)]));
    return { dataSet: small.dataSet, element: { ...small.element, value } };
  };
  assert.deepEqual(compareElementValues(long('ab'), long('ab')), { kind: 'equal' });
  assert.deepEqual(compareElementValues(long('ab'), long('ac')), { kind: 'too-large' });
  assert.deepEqual(compareElementValues(long(''), long('a')), { kind: 'too-large' });
  assert.deepEqual(compareElementValues(long('a'), elementOf(text('UT', 'x'))), { kind: 'too-large' });
});

test('bytes tell their first difference', () => {
  const source = (...octets: number[]) => memorySource(Uint8Array.from(octets));
  assert.deepEqual(compareBytes(source(1, 2, 3), source(1, 9, 3), true), {
    kind: 'different',
    expected: '3 bytes',
    actual: 'other bytes from offset 1 on',
    offset: 1,
  });
  assert.deepEqual(compareBytes(source(1, 2, 3), source(1, 2), false), {
    kind: 'different',
    expected: '3 bytes',
    actual: '2 bytes, different from offset 2 on',
    offset: 2,
  });
  assert.deepEqual(compareBytes(source(1, 2), source(1, 2, 0x20), true), { kind: 'equal' });
  assert.deepEqual(compareBytes(source(1, 2), source(1, 2, 0x20), false).kind, 'different');
  assert.deepEqual(compareBytes(source(1, 2), source(9, 2, 0), true).kind, 'different');
  assert.deepEqual(compareBytes(source(), source(), false), { kind: 'equal' });
});

test('which VRs are text', () => {
  for (const vr of ['LO', 'PN', 'AT', 'UI', 'UR', 'DS'] as const) assert.ok(isText(vr), vr);
  for (const vr of ['SQ', 'OB', 'OW', 'UN', 'US', 'FD', 'UV'] as const) assert.ok(!isText(vr), vr);
});

test('every VR of numbers is compared by its bytes', () => {
  for (const vr of ['FD', 'FL', 'SL', 'SS', 'SV', 'UL', 'US', 'UV'] as const) {
    assert.ok(!isText(vr), vr);
    const left = raw(TAG, vr, [1, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(compare(left, left), { kind: 'equal' });
    assert.equal(compare(left, raw(TAG, vr, [2, 0, 0, 0, 0, 0, 0, 0])).kind, 'different');
  }
});

test('one side that may be padded is enough', () => {
  assert.deepEqual(compare(raw(TAG, 'OW', [1, 2, 3, 0]), raw(TAG, 'OB', [1, 2, 3])), { kind: 'equal' });
  assert.deepEqual(compare(raw(TAG, 'OB', [1, 2, 3]), raw(TAG, 'OW', [1, 2, 3, 0])), { kind: 'equal' });
});

test('the second character set decides as well', () => {
  const sets = (second: string) => [str('00080005', 'CS', `\\ISO 2022 IR ${second}`)];
  const text = raw(TAG, 'LO', [0x1b, 0x2d, 0x46, 0xe1]);
  const same = compareElementValues(elementOf(text, sets('126')), elementOf(text, sets('126')));
  assert.deepEqual(same, { kind: 'equal' });
});

test('a number more is no other way to write them', () => {
  assert.equal(compare(text('DS', '1.50'), text('DS', '1.5\\2')).kind, 'different');
  assert.equal(compare(text('DS', '1.50\\2'), text('DS', '1.5')).kind, 'different');
  assert.equal(compare(text('DS', '1.50\\2'), text('DS', '1.5\\2')).kind, 'rewritten');
});

test('spaces within text are text', () => {
  assert.equal(compare(text('LO', 'A B'), text('LO', 'AB')).kind, 'different');
  assert.equal(compare(text('SH', 'A B'), text('SH', 'AB')).kind, 'different');
});

test('a pad stands at the end, not where bytes begin to differ', () => {
  const source = (...bytes: number[]) => memorySource(Uint8Array.from(bytes));
  assert.deepEqual(compareBytes(source(1, 2, 0), source(1, 2), true), { kind: 'equal' });
  assert.equal(compareBytes(source(1, 0, 3, 9), source(1, 5, 3), true).kind, 'different');
  assert.equal(compareBytes(source(1, 5, 3), source(1, 0x20, 3, 9), true).kind, 'different');
});
