import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { restampUids } from '../../lib/dicom/restamp.ts';
import {
  BIG_ENDIAN,
  DEFLATED,
  EXPLICIT,
  even,
  explicit,
  fileWithMeta,
  IMPLICIT,
  ITEM_END,
  implicit,
  item,
  metaElements,
  SEQUENCE_END,
  SOP_CLASS,
  UNDEFINED,
} from './raw-file.ts';

const OLD = { instance: '1.2.3.4', study: '1.2.3.5.6', other: '1.2.3.99' };
const NEW = { instance: '2.25.123456789012345678901234567890', study: '1.9', other: '1.2.3.99' };
const REPLACEMENTS = new Map([
  [OLD.instance, NEW.instance],
  [OLD.study, NEW.study],
]);

type Uids = typeof OLD;
type Make = (uids: Uids) => Buffer;

const meta = (uids: Uids, syntax: string) =>
  metaElements(syntax).map((element, index) =>
    index === 2 ? explicit('00020003', 'UI', even(uids.instance)) : element,
  );

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** The same content with any UIDs, lengths of all kinds around them: what restamping the one has to make is the other. */
const dataSetOf: Make = (uids) => {
  const reference = explicit('00081155', 'UI', even(uids.instance));
  const many = explicit('00081155', 'UI', even(`${uids.study}\\${uids.other}\\${uids.instance}`));
  const group8 = Buffer.concat([
    explicit('00080016', 'UI', even(SOP_CLASS)),
    explicit('00080018', 'UI', even(uids.instance)),
    explicit('00081110', 'SQ', Buffer.concat([item(''), item(explicit('00081140', 'SQ', item(reference)))])),
    explicit(
      '00081115',
      'SQ',
      Buffer.concat([item(Buffer.concat([many, ITEM_END]), UNDEFINED), SEQUENCE_END]),
      UNDEFINED,
    ),
    explicit('00081140', 'SQ', item(explicit('00081155', 'UI', even(uids.other)))),
  ]);
  const inUnknown = item(implicit('00081155', even(uids.study)));
  return Buffer.concat([
    explicit('00080000', 'UL', u32(group8.length)),
    group8,
    explicit('00090010', 'LO', 'ME'),
    explicit('00091010', 'UN', Buffer.concat([inUnknown, SEQUENCE_END]), UNDEFINED),
    explicit('0020000D', 'UI', even(uids.study)),
    explicit('00204000', 'LT', even(`mentions ${OLD.study}`, ' ')),
    explicit('7FE00010', 'OB', [1, 2, 3, 4]),
  ]);
};

const implicitDataSet: Make = (uids) =>
  Buffer.concat([
    implicit('00080016', even(SOP_CLASS)),
    implicit('00080018', even(uids.instance)),
    implicit('00081140', item(implicit('00081155', even(uids.study)))),
    implicit('0020000D', even(uids.study)),
  ]);

const bigEndianDataSet: Make = (uids) =>
  Buffer.concat([
    explicit('00080016', 'UI', even(SOP_CLASS), undefined, true),
    explicit('00080018', 'UI', even(uids.instance), undefined, true),
  ]);

const restamped = (bytes: Buffer) => Buffer.from(readAll(restampUids(memorySource(bytes), REPLACEMENTS)));

describe('restamping makes the file that would have been written with the new UIDs', () => {
  const kinds: readonly (readonly [string, string, Make])[] = [
    ['Explicit VR', EXPLICIT, dataSetOf],
    ['Implicit VR', IMPLICIT, implicitDataSet],
    ['big endian', BIG_ENDIAN, bigEndianDataSet],
  ];
  for (const [name, syntax, make] of kinds) {
    test(name, () => {
      const before = fileWithMeta(meta(OLD, syntax), make(OLD));
      const after = fileWithMeta(meta(NEW, syntax), make(NEW));
      assert.ok(restamped(before).equals(after));
      assert.deepEqual(
        readPart10(memorySource(after)).defects.filter(({ code }) => code !== 'group-length-element'),
        [],
      );
    });
  }
  test('deflated', () => {
    const before = fileWithMeta(meta(OLD, DEFLATED), deflateRawSync(dataSetOf(OLD)));
    const { dataSetSource, defects } = readPart10(memorySource(restamped(before)));
    assert.ok(Buffer.from(readAll(dataSetSource)).equals(dataSetOf(NEW)));
    assert.deepEqual(
      defects.map(({ code }) => code),
      ['group-length-element'],
    );
  });
  test('and back again', () => {
    const before = fileWithMeta(meta(OLD, EXPLICIT), dataSetOf(OLD));
    const back = new Map([...REPLACEMENTS].map(([from, to]) => [to, from]));
    assert.ok(Buffer.from(readAll(restampUids(memorySource(restamped(before)), back))).equals(before));
  });
});

test('leaves a file alone in which no UID is replaced', () => {
  const bytes = fileWithMeta(meta(OLD, EXPLICIT), dataSetOf(OLD));
  assert.ok(Buffer.from(readAll(restampUids(memorySource(bytes), new Map([['9.9', '8.8']])))).equals(bytes));
});
