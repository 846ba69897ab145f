import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { type Part10DefectCode, Part10Error, readPart10 } from '../../lib/dicom/part10.ts';
import { text } from '../../lib/dicom/values.ts';
import {
  BIG_ENDIAN,
  DEFLATED,
  EXPLICIT,
  even,
  explicit,
  file,
  fileWithMeta,
  IDS,
  IMPLICIT,
  ITEM_END,
  implicit,
  item,
  metaElements,
  RLE,
  SEQUENCE_END,
  SOP_CLASS,
  UNDEFINED,
} from './raw-file.ts';

const defectsOf = (bytes: Uint8Array) => readPart10(memorySource(bytes)).defects;
const codesOf = (bytes: Uint8Array) => defectsOf(bytes).map(({ code }) => code);

const ID = explicit('00100020', 'LO', 'ID1 ');
const CREATOR = explicit('00090010', 'LO', 'ME');
const FIRST = file(IDS).length;

/** Files with one defect each, and the offset at which it has to be reported where that is not plain. */
const DEFECTIVE: readonly (readonly [
  name: string,
  bytes: Uint8Array,
  codes: readonly Part10DefectCode[],
  offset?: number,
])[] = [
  [
    'no group length',
    Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), ...metaElements(EXPLICIT), IDS]),
    ['group-length-missing'],
    132,
  ],
  [
    'a group length one too high',
    (() => {
      const bytes = file(IDS);
      bytes.writeUInt32LE(bytes.readUInt32LE(140) + 1, 140);
      return bytes;
    })(),
    ['group-length-wrong'],
    132,
  ],
  ...['00020001', '00020002', '00020003', '00020012'].map(
    (tag) =>
      [
        `no ${tag}`,
        fileWithMeta(
          metaElements(EXPLICIT).filter(
            (element) => !element.subarray(0, 4).equals(explicit(tag, 'UI', '').subarray(0, 4)),
          ),
          IDS,
        ),
        ['meta-element-missing'],
      ] as const,
  ),
  [
    'version 2 only',
    fileWithMeta([explicit('00020001', 'OB', [0, 2]), ...metaElements(EXPLICIT).slice(1)], IDS),
    ['meta-value-wrong'],
    144,
  ],
  [
    'no UID where one was due',
    fileWithMeta([...metaElements(EXPLICIT).slice(0, 4), explicit('00020012', 'UI', '1.02')], IDS),
    ['meta-value-wrong'],
  ],
  [
    'another SOP class in the meta',
    file([explicit('00080016', 'UI', even('1.2.840.10008.5.1.4.1.1.2')), explicit('00080018', 'UI', even('1.2.3.4'))]),
    ['sop-class-mismatch'],
    158,
  ],
  [
    'another SOP instance in the meta',
    file([explicit('00080016', 'UI', even(SOP_CLASS)), explicit('00080018', 'UI', '1.2.3.45')]),
    ['sop-instance-mismatch'],
    192,
  ],
  ['a value of odd length', file([IDS, explicit('00100020', 'LO', 'ID1')]), ['odd-length'], FIRST],
  [
    'an item of odd length',
    file([IDS, explicit('00081140', 'SQ', item(explicit('00100020', 'LO', 'ID1')))]),
    ['odd-length', 'odd-length', 'odd-length'],
  ],
  ['three bytes of US', file([IDS, explicit('00280010', 'UL', [1, 2])]), ['wrong-value-length'], FIRST],
  ['a UID padded with a space', file([IDS, explicit('0020000D', 'UI', '1.2.3 ')]), ['wrong-padding'], FIRST + 13],
  ['a UID padded with two NULs', file([IDS, explicit('0020000D', 'UI', '1.23\0\0')]), ['wrong-padding'], FIRST + 13],
  ['text padded with NUL', file([IDS, explicit('00100020', 'LO', 'ID1\0')]), ['wrong-padding'], FIRST + 11],
  ['elements out of order', file([IDS, ID, explicit('00100010', 'PN', 'A^')]), ['out-of-order'], FIRST + ID.length],
  ['an element twice', file([IDS, ID, explicit('00100020', 'LO', 'ID2 ')]), ['duplicate-element'], FIRST + ID.length],
  ['a command element', file([explicit('00000002', 'UI', even('1.2')), IDS]), ['forbidden-group']],
  [
    'a file meta element in the data set',
    file([explicit('00020016', 'AE', 'ME'), IDS].reverse()),
    ['out-of-order', 'forbidden-group'],
  ],
  ['a group that is not private', file([IDS, explicit('FFFF0010', 'LO', 'ME')]), ['forbidden-group'], FIRST],
  ['a group length', file([explicit('00080000', 'UL', [80, 0, 0, 0]), IDS]), ['group-length-element']],
  [
    'a private element without creator',
    file([IDS, explicit('00091001', 'LO', 'AB')]),
    ['private-without-creator'],
    FIRST,
  ],
  [
    'a private element of another creator',
    file([IDS, CREATOR, explicit('00091101', 'LO', 'AB')]),
    ['private-without-creator'],
    FIRST + CREATOR.length,
  ],
  [
    'a VR that nobody knows',
    file([IDS, Buffer.from([0x10, 0, 0x20, 0, 0x5a, 0x5a, 0, 0, 2, 0, 0, 0, 1, 2]), explicit('00100040', 'CS', 'F ')]),
    ['unknown-vr'],
    FIRST + 4,
  ],
  ['bytes that are no VR', file([IDS, Buffer.from([0x10, 0, 0x20, 0, 0x1a, 0x5a, 2, 0, 1, 2])]), ['bad-vr'], FIRST + 4],
  ['a value that ends early', file([IDS, explicit('00100020', 'LO', 'ID', 4)]), ['truncated'], FIRST],
  ['a header that ends early', file([IDS, explicit('7FE00010', 'OB', []).subarray(0, 10)]), ['truncated'], FIRST],
  ['zeros at the end', file([IDS, Buffer.alloc(20)]), ['trailing-bytes'], FIRST],
  ['a few zeros at the end', file([IDS, Buffer.alloc(3)]), ['trailing-bytes'], FIRST],
  [
    'zeros at the end in Implicit VR',
    file([implicit('00080016', even(SOP_CLASS)), implicit('00080018', even('1.2.3.4')), Buffer.alloc(16)], IMPLICIT),
    ['trailing-bytes'],
  ],
  ['a sequence without delimitation', file([IDS, explicit('00081140', 'SQ', item(ID), UNDEFINED)]), ['bad-delimiter']],
  [
    'an item without delimitation',
    file([IDS, explicit('00081140', 'SQ', item(ID, UNDEFINED), UNDEFINED)]),
    ['bad-delimiter', 'bad-delimiter'],
  ],
  [
    'a delimitation with a length',
    file([IDS, explicit('00081140', 'SQ', Buffer.concat([item(ID), implicit('FFFEE0DD', [], 4)]), UNDEFINED)]),
    ['bad-delimiter'],
  ],
  [
    'a delimitation in a sequence of known length',
    file([IDS, explicit('00081140', 'SQ', Buffer.concat([item(ID), SEQUENCE_END]))]),
    ['bad-delimiter'],
  ],
  ['an item delimitation among elements', file([IDS, ITEM_END]), ['bad-delimiter'], FIRST],
  ['an element where an item was due', file([IDS, explicit('00081140', 'SQ', ID)]), ['bad-delimiter']],
  [
    'text of undefined length',
    file([IDS, explicit('00104000', 'UT', SEQUENCE_END, UNDEFINED)]),
    ['bad-undefined-length'],
    FIRST,
  ],
  [
    'bytes of undefined length that are no pixels',
    file([IDS, explicit('00420011', 'OB', Buffer.concat([item([]), SEQUENCE_END]), UNDEFINED)]),
    ['bad-undefined-length'],
    FIRST,
  ],
  [
    'an offset table of three bytes',
    file(
      [IDS, explicit('7FE00010', 'OB', Buffer.concat([item([1, 2, 3]), item([1, 2]), SEQUENCE_END]), UNDEFINED)],
      RLE,
    ),
    ['odd-length', 'bad-offset-table'],
  ],
  [
    'fragments without offset table',
    file([IDS, explicit('7FE00010', 'OB', SEQUENCE_END, UNDEFINED)], RLE),
    ['bad-offset-table'],
  ],
  [
    'fragments without end',
    file([IDS, explicit('7FE00010', 'OB', Buffer.concat([item([]), item([1, 2])]), UNDEFINED)], RLE),
    ['bad-delimiter'],
  ],
  [
    'native pixels in a compressed file',
    file([IDS, explicit('7FE00010', 'OB', [1, 2])], RLE),
    ['wrong-encapsulation'],
    FIRST,
  ],
  [
    'fragments in a native file',
    file([IDS, explicit('7FE00010', 'OB', Buffer.concat([item([]), item([1, 2]), SEQUENCE_END]), UNDEFINED)]),
    ['wrong-encapsulation'],
    FIRST,
  ],
  [
    'samples of 16 bits as bytes',
    file([IDS, explicit('00280100', 'US', [16, 0]), explicit('7FE00010', 'OB', [1, 2])]),
    ['wrong-pixel-vr'],
    FIRST + 10,
  ],
  [
    'pixels of unknown VR',
    file([IDS, explicit('00280100', 'US', [8, 0]), explicit('7FE00010', 'UN', [1, 2])]),
    ['wrong-pixel-vr'],
    FIRST + 10,
  ],
  [
    'fragments as words',
    file([IDS, explicit('7FE00010', 'OW', Buffer.concat([item([]), item([1, 2]), SEQUENCE_END]), UNDEFINED)], RLE),
    ['wrong-pixel-vr'],
    FIRST,
  ],
  ['an unknown character set', file([explicit('00080005', 'CS', 'UTF-8 '), IDS]), ['unknown-character-set']],
  [
    'a deflate stream that ends early',
    file(deflateRawSync(Buffer.concat([IDS, explicit('00104000', 'LT', 'x'.repeat(500))])).subarray(0, -4), DEFLATED),
    ['bad-deflate', 'truncated'],
  ],
  ['bytes behind a deflate stream', file([deflateRawSync(IDS), Buffer.alloc(4)], DEFLATED), ['trailing-bytes']],
];

describe('names the defect of a file', () => {
  for (const [name, bytes, codes, offset] of DEFECTIVE) {
    test(name, () => {
      const defects = defectsOf(bytes);
      const found = [...new Set(defects.map(({ code }) => code))];
      assert.deepEqual(found, [...new Set(codes)], JSON.stringify(defects));
      if (offset !== undefined) assert.equal(defects[0]?.offset, offset);
    });
  }
});

describe('finds no defect', () => {
  test('in correct files', () => {
    assert.deepEqual(
      codesOf(
        file([explicit('00080005', 'CS', '\\ISO 2022 IR 87 '), IDS, CREATOR, explicit('00091001', 'OB', [1, 2]), ID]),
      ),
      [],
    );
    assert.deepEqual(
      codesOf(
        file([
          IDS,
          explicit(
            '00081140',
            'SQ',
            Buffer.concat([item(ID), item(Buffer.concat([ID, ITEM_END]), UNDEFINED), SEQUENCE_END]),
            UNDEFINED,
          ),
        ]),
      ),
      [],
    );
    assert.deepEqual(
      codesOf(
        file([IDS, explicit('7FE00010', 'OB', Buffer.concat([item([]), item([1, 2]), SEQUENCE_END]), UNDEFINED)], RLE),
      ),
      [],
    );
    const odd = deflateRawSync(IDS);
    assert.deepEqual(codesOf(file(odd.length % 2 ? [odd, Buffer.alloc(1)] : odd, DEFLATED)), []);
  });
});

describe('reads on behind a defect', () => {
  test('in an item whose length is known', () => {
    const broken = explicit('00081140', 'SQ', Buffer.concat([item([1, 2, 3, 4, 5, 6, 7, 8]), item(ID)]));
    const { dataSet } = readPart10(memorySource(file([IDS, broken, ID])));
    assert.equal(text(dataSet, '00100020'), 'ID1');
    const items = dataSet.elements.get('00081140')?.items ?? [];
    assert.equal(items.length, 2);
    assert.equal(items[1] && text(items[1], '00100020'), 'ID1');
  });
  test('that is an unknown VR of two letters', () => {
    const unknown = Buffer.from([0x10, 0, 0x10, 0, 0x5a, 0x5a, 0, 0, 2, 0, 0, 0, 1, 2]);
    assert.equal(text(readPart10(memorySource(file([IDS, unknown, ID]))).dataSet, '00100020'), 'ID1');
  });
  test('and keeps the first of two elements', () => {
    const { dataSet } = readPart10(memorySource(file([IDS, ID, explicit('00100020', 'LO', 'ID2 ')])));
    assert.equal(text(dataSet, '00100020'), 'ID1');
  });
  test('and bounds the list of defects', () => {
    const many = Array.from({ length: 1000 }, () => explicit('00100020', 'LO', 'ID1'));
    const codes = codesOf(file([IDS, ...many]));
    assert.equal(codes.length, 201);
    assert.equal(codes.at(-1), 'limit-reached');
  });
  test('but not into sequences without end', () => {
    let deep: Buffer = ID;
    for (let level = 0; level < 200; level++) deep = explicit('00081140', 'SQ', item(deep, UNDEFINED), UNDEFINED);
    assert.deepEqual(codesOf(file([IDS, deep])), ['limit-reached']);
  });
});

/** A deflate stream of so many MiB of zeros, each the same bytes: deflating them all takes a second. */
function zerosDeflated(mebibytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: mebibytes }, () => one), deflateRawSync(Buffer.alloc(0))]);
}

describe('refuses what is no DICOM file', () => {
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(0), 'too-short'],
    ['a data set without preamble', Buffer.concat([IDS, Buffer.alloc(200)]), 'no-prefix'],
    [
      'no transfer syntax',
      fileWithMeta(
        metaElements(EXPLICIT).filter((_, index) => index !== 3),
        IDS,
      ),
      'no-transfer-syntax',
    ],
    [
      'an empty transfer syntax',
      fileWithMeta([...metaElements(EXPLICIT).slice(0, 3), explicit('00020010', 'UI', '')], IDS),
      'no-transfer-syntax',
    ],
    ['no deflate stream', file(Buffer.alloc(40, 0xff), DEFLATED), 'bad-deflate'],
    ['a stream that inflates without end', file(zerosDeflated(513), DEFLATED), 'too-large'],
  ];
  for (const [name, bytes, code] of refused) {
    test(name, () => {
      assert.throws(
        () => readPart10(memorySource(bytes)),
        (error) => error instanceof Part10Error && error.code === code,
      );
    });
  }
});

test('reads file meta information in Implicit VR, and says that it is', () => {
  const meta = [
    implicit('00020001', [0, 1]),
    implicit('00020002', even(SOP_CLASS)),
    implicit('00020003', even('1.2.3.4')),
    implicit('00020010', even(EXPLICIT)),
    implicit('00020012', even('1.2.3')),
  ];
  const bytes = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), ...meta, IDS]);
  assert.deepEqual(codesOf(bytes), ['meta-not-explicit-little-endian', 'group-length-missing']);
  assert.equal(readPart10(memorySource(bytes)).transferSyntax, EXPLICIT);
});

test('reads big endian', () => {
  const rows = explicit('00280010', 'US', [1, 2], undefined, true);
  const { dataSet } = readPart10(memorySource(file([rows], BIG_ENDIAN)));
  assert.equal(text(dataSet, '00280010'), '258');
});
