import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Comparison, comparisons } from '../../../lib/answers/dicom/data-set-comparison.ts';
import {
  BIG_ENDIAN,
  EXPLICIT,
  encapsulated,
  file,
  IMPLICIT,
  JPEG,
  JPEG_XL,
  RLE,
  raw,
  seq,
  shape,
  stored,
  str,
  utf8,
  type Write,
  words,
} from '../../judges/dicom-bytes.ts';
import { rleFrame } from '../../judges/rle-bytes.ts';

/** What differs; `all` has the elements that are equal too. */
function compare(left: readonly Write[], right: readonly Write[], from = EXPLICIT, to = EXPLICIT): Comparison[] {
  return all(left, right, from, to).filter(({ kind }) => kind !== 'equal');
}
function all(left: readonly Write[], right: readonly Write[], from = EXPLICIT, to = EXPLICIT): Comparison[] {
  return [...comparisons(stored(file(left, from)), stored(file(right, to)))];
}

const NAME = str('00100010', 'PN', 'Doe^Jane');
const native = (...octets: number[]) => raw('7FE00010', 'OW', octets);
const LATIN = str('00080005', 'CS', 'ISO_IR 100');
const UNICODE = str('00080005', 'CS', 'ISO_IR 192');

test('every element is compared and said to be equal', () => {
  const elements = [
    str('00080005', 'CS', 'X'),
    NAME,
    seq('00400275', [[str('00400009', 'SH', 'A')], []]),
    raw('00291010', 'UN', []),
    native(1, 2),
  ];
  const equal = (path: string) => ({ kind: 'equal', path, expected: '', actual: '' });
  const empty = [...elements.slice(0, 3), seq('00291010', []), native(1, 2)];
  assert.deepEqual(
    all(elements, empty),
    [
      '00080016',
      '00080018',
      '00100010',
      '0020000D',
      '0020000E',
      '00291010',
      '00400275',
      '00400275[1].00400009',
      '7FE00010',
    ].map(equal),
  );
});

test('the same data set has no difference', () => {
  const elements = [NAME, seq('00400275', [[str('00400009', 'SH', 'A')], []]), words('00280010', 'US', 2)];
  assert.deepEqual(compare(elements, elements), []);
});

test('what a server may change is no difference', () => {
  const items = [[str('00400009', 'SH', 'ABC')], []];
  for (const [name, left, right, from, to] of [
    ['sequence lengths', [seq('00400275', items)], [seq('00400275', items, 'undefined')], EXPLICIT, EXPLICIT],
    ['implicit to explicit', [NAME, seq('00400275', items)], [NAME, seq('00400275', items)], IMPLICIT, EXPLICIT],
    ['big to little endian', [words('00280010', 'US', 2)], [words('00280010', 'US', 2)], BIG_ENDIAN, EXPLICIT],
    ['group lengths', [raw('00100000', 'UL', [9, 0, 0, 0]), NAME], [NAME], EXPLICIT, EXPLICIT],
    ['added group lengths', [NAME], [raw('00100000', 'UL', [9, 0, 0, 0]), NAME], EXPLICIT, EXPLICIT],
    ['padding', [str('00100010', 'PN', 'Doe')], [str('00100010', 'PN', 'Doe   ')], EXPLICIT, EXPLICIT],
    ['trailing padding of the data set', [raw('FFFCFFFC', 'OB', [0, 0])], [], EXPLICIT, EXPLICIT],
    [
      'another character set with the same text',
      [LATIN, str('00100010', 'PN', 'Müller')],
      [UNICODE, utf8('00100010', 'PN', 'Müller')],
      EXPLICIT,
      EXPLICIT,
    ],
  ] as const) {
    assert.deepEqual(compare(left, right, from, to), [], name);
  }
});

test('an element that is gone is lost, an element more is added, in the order of the tags', () => {
  assert.deepEqual(compare([NAME, seq('00400275', [[]])], [str('00100020', 'LO', 'P1'), str('00080005', 'CS', 'X')]), [
    { kind: 'lost', path: '00100010', expected: 'PatientName (0010,0010) PN, 8 bytes', actual: 'no such element' },
    { kind: 'added', path: '00100020', expected: 'no PatientID (0010,0020)', actual: 'LO, 2 bytes' },
    {
      kind: 'lost',
      path: '00400275',
      expected: 'RequestAttributesSequence (0040,0275) SQ, 1 item',
      actual: 'no such element',
    },
  ]);
  assert.equal(compare([str('00100010', 'PN', '')], [])[0]?.kind, 'lost', 'an empty element is an element');
});

test('a changed value is found, at any depth, with where it is', () => {
  const nested = (value: string) => seq('00400275', [[], [seq('00400100', [[str('00400009', 'SH', value)]])]]);
  assert.deepEqual(compare([nested('AB')], [nested('AC')]), [
    {
      kind: 'changed',
      path: '00400275[2].00400100[1].00400009',
      expected: 'ScheduledProcedureStepID (0040,0009) "AB"',
      actual: '"AC"',
    },
  ]);
  assert.deepEqual(compare([words('00280010', 'US', 2)], [words('00280010', 'US', 3)]), [
    {
      kind: 'changed',
      path: '00280010',
      expected: 'Rows (0028,0010) 2',
      actual: '3',
      bytes: { offset: 0, expected: '02 00', actual: '03 00' },
    },
  ]);
});

test('items that are gone or too many are counted, and those there are compared', () => {
  const items = (...values: string[]) =>
    seq(
      '00400275',
      values.map((value) => [str('00400009', 'SH', value)]),
    );
  const differing = compare([items('A ', 'B ')], [items('A ', 'C ', 'D ')]);
  assert.deepEqual(differing, [
    { kind: 'changed', path: '00400275', expected: '2 items', actual: '3 items' },
    {
      kind: 'changed',
      path: '00400275[2].00400009',
      expected: 'ScheduledProcedureStepID (0040,0009) "B"',
      actual: '"C"',
    },
  ]);
  assert.equal(compare([items('A ')], [seq('00400275', [])]).length, 1);
});

test('a number in other characters is rewritten', () => {
  assert.deepEqual(compare([str('00280030', 'DS', '1.50')], [str('00280030', 'DS', '1.5')]), [
    { kind: 'rewritten', path: '00280030', expected: 'PixelSpacing (0028,0030) "1.50"', actual: '"1.5"' },
  ]);
});

const vrChange = (left: Write, right: Write, from = EXPLICIT) => compare([left], [right], from).map(({ kind }) => kind);

test('another VR is a difference', () => {
  assert.deepEqual(compare([str('00100020', 'LO', 'P1')], [str('00100020', 'SH', 'P1')]), [
    { kind: 'vr', path: '00100020', expected: 'PatientID (0010,0020) with VR LO', actual: 'VR SH' },
  ]);
  assert.deepEqual(vrChange(words('00280106', 'US', 1), words('00280106', 'SS', 1)), ['vr']);
  assert.deepEqual(vrChange(str('00100020', 'LO', 'P1'), str('00100020', 'SH', 'P2')), ['vr', 'changed']);
});

test('UN for a VR that was known keeps the bytes; the VR for UN is a gain', () => {
  assert.deepEqual(vrChange(str('00291010', 'LO', 'P1'), raw('00291010', 'UN', Buffer.from('P1'))), ['unknown-vr']);
  assert.deepEqual(vrChange(raw('00291010', 'UN', Buffer.from('P1')), str('00291010', 'LO', 'P1')), []);
  assert.deepEqual(vrChange(raw('00291010', 'UN', [1, 2]), raw('00291010', 'OB', [1, 3])), ['changed']);
});

test('OB and OW are both bytes', () => {
  assert.deepEqual(vrChange(raw('00291010', 'OB', [1, 2]), raw('00291010', 'OW', [1, 2])), []);
  assert.deepEqual(vrChange(raw('00291010', 'OW', [1, 2]), raw('00291010', 'OB', [1, 2])), []);
  assert.deepEqual(vrChange(raw('00291010', 'OB', [1, 2]), raw('00291010', 'UL', [1, 2])), ['vr']);
});

test('from implicit VR any VR of the dictionary is right, and any VR of a private element', () => {
  assert.deepEqual(vrChange(words('00280106', 'US', 1), words('00280106', 'SS', 1), IMPLICIT), []);
  assert.deepEqual(vrChange(raw('00291010', 'UN', [65, 66]), str('00291010', 'LO', 'AB'), IMPLICIT), []);
  assert.deepEqual(vrChange(str('00290010', 'LO', 'ACME'), raw('00290010', 'UN', Buffer.from('ACME')), IMPLICIT), []);
  assert.deepEqual(vrChange(str('00100020', 'LO', 'P1'), str('00100020', 'SH', 'P1'), IMPLICIT), ['unknown-vr']);
});

test('a sequence and bytes: undecided under UN, changed otherwise, equal where both are empty', () => {
  const sequence = seq('00291010', [[NAME]]);
  assert.deepEqual(compare([raw('00291010', 'UN', [1, 2])], [sequence]), [
    { kind: 'undecided', path: '00291010', expected: 'UN, 2 bytes', actual: 'SQ, 1 item' },
  ]);
  assert.deepEqual(vrChange(sequence, raw('00291010', 'UN', [1, 2])), ['unknown-vr', 'undecided']);
  assert.deepEqual(vrChange(sequence, raw('00291010', 'OB', [1, 2])), ['vr', 'changed']);
  assert.deepEqual(vrChange(seq('00291010', []), raw('00291010', 'UN', [])), ['unknown-vr']);
  assert.deepEqual(vrChange(raw('00291010', 'UN', []), seq('00291010', [])), []);
  assert.deepEqual(vrChange(raw('00291010', 'UN', [1, 2]), seq('00291010', [])), ['undecided']);
  assert.deepEqual(vrChange(seq('00291010', []), raw('00291010', 'UN', [1, 2])), ['unknown-vr', 'undecided']);
});

test('text that is too long to be read is undecided', () => {
  const long = (end: string) =>
    raw('00291010', 'UT', Buffer.concat([Buffer.alloc(16 * 2 ** 20, 'x'), Buffer.from(end)]));
  assert.deepEqual(compare([long('ab')], [long('ac')]), [
    { kind: 'undecided', path: '00291010', expected: '16777218 bytes', actual: 'too long to be compared as text' },
  ]);
});

test('every pixel byte counts', () => {
  const before = shape(2, 4);
  assert.deepEqual(compare([...before, native(1, 2, 3, 4, 5, 6, 7, 8)], [...before, native(1, 2, 3, 9, 5, 6, 7, 8)]), [
    {
      kind: 'pixels',
      path: '7FE00010',
      expected: 'the stored pixel data, 8 bytes',
      actual: 'other bytes from offset 3 on',
      bytes: { offset: 3, expected: '04 05 06 07 08', actual: '09 05 06 07 08' },
    },
  ]);
  assert.deepEqual(compare([...before, native(1, 2)], [...before, native(1, 2, 0)]), [], 'one byte of padding');
  assert.equal(compare([...before, native(1, 2)], [...before, native(1, 2, 0, 0)])[0]?.kind, 'pixels');
  assert.equal(compare([native(1, 2)], [])[0]?.kind, 'lost');
});

test('pixel data of an icon lie in its item', () => {
  const icon = (octet: number) => seq('00880200', [[...shape(1, 2), native(1, octet)]]);
  assert.equal(compare([icon(2)], [icon(3)])[0]?.path, '00880200[1].7FE00010');
});

test('the same bit stream is the same picture, however it is divided', () => {
  const before = shape(1, 4);
  const one = [...before, encapsulated(Buffer.of(1, 2, 3, 4))];
  assert.deepEqual(compare(one, [...before, encapsulated(Buffer.of(1, 2), Buffer.of(3, 4))], JPEG, JPEG), []);
  assert.deepEqual(compare(one, [...before, encapsulated(Buffer.of(1, 2, 3, 5))], JPEG, JPEG), [
    {
      kind: 'undecided',
      path: '7FE00010',
      expected: '',
      actual: `pixel data were not compared: stored as JPEG Baseline (${JPEG}), returned as JPEG Baseline (${JPEG}) with other bytes`,
    },
  ]);
});

test('a bit stream under another transfer syntax is another picture until decoded', () => {
  const elements = [...shape(1, 4), encapsulated(Buffer.of(1, 2, 3, 4))];
  assert.equal(compare(elements, elements, JPEG, JPEG_XL)[0]?.kind, 'undecided');
});

test('another compression is undecided, and what goes with it is no difference', () => {
  const [photometric, planar] = [str('00280004', 'CS', 'RGB'), words('00280006', 'US', 0)];
  const left = [...shape(1, 4), photometric, planar, native(1, 2, 3, 4)];
  const right = [
    ...shape(1, 4),
    str('00280004', 'CS', 'YBR_RCT'),
    words('00280006', 'US', 1),
    encapsulated(Buffer.of(1, 2)),
  ];
  assert.deepEqual(compare(left, right, EXPLICIT, JPEG_XL), [
    {
      kind: 'undecided',
      path: '7FE00010',
      expected: '',
      actual: `pixel data were not compared: stored as Explicit VR Little Endian (${EXPLICIT}), returned as JPEG XL Lossless (${JPEG_XL})`,
    },
  ]);
  assert.equal(compare(right, left, JPEG_XL, EXPLICIT)[0]?.kind, 'undecided');
  const relabelled = [...shape(1, 4), str('00280004', 'CS', 'YBR_FULL'), planar, native(1, 2, 3, 4)];
  assert.equal(compare(left, relabelled)[0]?.path, '00280004', 'without transcoding it is a change');
  const offsets = raw('7FE00001', 'OV', [0, 0, 0, 0, 0, 0, 0, 0]);
  const lengths = raw('7FE00002', 'OV', [0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(
    compare([...right, offsets, lengths], left, JPEG_XL, EXPLICIT).map(({ kind }) => kind),
    ['undecided'],
  );
});

const rle = (...octets: number[]) => encapsulated(rleFrame([[octets.length - 1, ...octets]]));

test('RLE is decoded, on either side and on both', () => {
  const before = shape(1, 4);
  const [plain, packed] = [
    [...before, native(1, 2, 3, 4)],
    [...before, rle(1, 2, 3, 4)],
  ];
  assert.deepEqual(compare(plain, packed, EXPLICIT, RLE), []);
  assert.deepEqual(compare(packed, plain, RLE, EXPLICIT), []);
  assert.deepEqual(compare(packed, [...before, encapsulated(rleFrame([[0, 1, 2, 2, 3, 4]]))], RLE, RLE), []);
  const difference = {
    kind: 'pixels',
    path: '7FE00010',
    expected: 'the stored pixel data, 4 bytes',
    actual: 'frame 1: other bytes from offset 2 on',
  };
  assert.deepEqual(compare(plain, [...before, rle(1, 2, 9, 4)], EXPLICIT, RLE), [difference]);
  assert.deepEqual(compare([...before, rle(1, 2, 9, 4)], plain, RLE, EXPLICIT), [difference]);
  assert.deepEqual(compare(packed, [...before, rle(1, 2, 9, 4)], RLE, RLE), [difference]);
});

test('RLE of colour is decoded to the planes of the native side', () => {
  const planes = encapsulated(
    rleFrame([
      [1, 1, 2],
      [1, 3, 4],
      [1, 5, 6],
    ]),
  );
  const packed = [...shape(1, 2, 3), words('00280006', 'US', 1), planes];
  const byPixel = [...shape(1, 2, 3), words('00280006', 'US', 0), native(1, 3, 5, 2, 4, 6)];
  const byPlane = [...shape(1, 2, 3), words('00280006', 'US', 1), native(1, 2, 3, 4, 5, 6)];
  for (const plain of [byPixel, byPlane]) {
    assert.deepEqual(compare(plain, packed, EXPLICIT, RLE), []);
    assert.deepEqual(compare(packed, plain, RLE, EXPLICIT), []);
  }
});

test('frames are compared one by one, and their number too', () => {
  const frames = (count: string) => str('00280008', 'IS', count);
  const plain = [...shape(1, 2), frames('2'), native(1, 2, 3, 4)];
  const fragments = (...last: number[]) => encapsulated(rleFrame([[1, 1, 2]]), rleFrame([[1, ...last]]));
  assert.deepEqual(compare(plain, [...shape(1, 2), frames('2'), fragments(3, 4)], EXPLICIT, RLE), []);
  const second = compare(plain, [...shape(1, 2), frames('2'), fragments(3, 5)], EXPLICIT, RLE);
  assert.equal(second[0]?.actual, 'frame 2: other bytes from offset 1 on');
  const fewer = compare(plain, [...shape(1, 2), frames('1'), rle(1, 2)], EXPLICIT, RLE);
  assert.deepEqual(
    fewer.map(({ path, expected, actual }) => [path, expected, actual]),
    [
      ['00280008', 'NumberOfFrames (0028,0008) "2"', '"1"'],
      ['7FE00010', 'the stored pixel data, 2 frames', '1 frame'],
    ],
  );
});

test('RLE that cannot be decoded: a failure where it came back, undecided where it was stored', () => {
  const before = shape(1, 4);
  const [plain, broken] = [
    [...before, native(1, 2, 3, 4)],
    [...before, encapsulated(Buffer.alloc(70))],
  ];
  assert.deepEqual(compare(plain, broken, EXPLICIT, RLE), [
    {
      kind: 'pixels',
      path: '7FE00010',
      expected: 'the stored pixel data, 4 bytes in frame 1',
      actual: 'no frame that can be decoded',
    },
  ]);
  assert.deepEqual(compare(broken, plain, RLE, EXPLICIT), [
    { kind: 'undecided', path: '7FE00010', expected: '', actual: 'frame 1 of what was stored cannot be decoded' },
  ]);
});

test('pixels without a shape are undecided', () => {
  const shapeless = [words('00280010', 'US', 1), words('00280011', 'US', 4)];
  const outcome = compare([...shapeless, rle(1, 2)], [...shapeless, native(1, 2)], RLE, EXPLICIT);
  assert.equal(outcome[0]?.kind, 'undecided');
  const huge = [...shape(65535, 65535), rle(1, 2)];
  assert.equal(compare(huge, [...shape(65535, 65535), native(1, 2)], RLE, EXPLICIT)[0]?.kind, 'undecided');
});
