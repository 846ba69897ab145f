import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  type ByteSource,
  chunks,
  fileSource,
  firstDifference,
  memorySource,
  readAll,
  sliceSource,
} from '../../lib/bytes/byte-source.ts';
import { concatSources } from '../../lib/bytes/concat-source.ts';
import { editSource } from '../../lib/bytes/edit-source.ts';
import { pooledFileSource } from '../../lib/bytes/pooled-file-source.ts';
import { SourceWindow } from '../../lib/bytes/source-window.ts';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31 + (index >> 8)) & 255);
const of = (...bytes: number[]) => memorySource(Uint8Array.from(bytes));

let folder = '';
let path = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'bytes-'));
  path = join(folder, 'file');
  writeFileSync(path, BYTES);
});
after(() => rmSync(folder, { recursive: true }));

/** Every kind of source over the same bytes. */
const SOURCES: readonly (readonly [string, () => ByteSource])[] = [
  ['memory', () => memorySource(BYTES)],
  ['file', () => fileSource(path)],
  ['pooled file', () => pooledFileSource(path)],
  ['slice', () => sliceSource(concatSources([of(1, 2), memorySource(BYTES), of(3)]), 2, BYTES.length)],
  [
    'concatenation',
    () =>
      concatSources(
        [0, 1, 7, 100_000].map((start, index, starts) =>
          sliceSource(memorySource(BYTES), start, (starts[index + 1] ?? BYTES.length) - start),
        ),
      ),
  ],
  [
    'edit',
    () =>
      editSource(concatSources([memorySource(BYTES.subarray(0, 5)), of(9, 9), memorySource(BYTES.subarray(6))]), [
        { offset: 5, removed: 2, bytes: BYTES.subarray(5, 6) },
      ]),
  ],
];

for (const [name, open] of SOURCES) {
  describe(`a source: ${name}`, () => {
    test('has its length and its bytes, wherever and however much is read', () => {
      const source = open();
      assert.equal(source.length, BYTES.length);
      for (const [offset, length] of [
        [0, 1],
        [5, 4],
        [4096, 4096],
        [65_530, 20],
        [70_000, 100_000],
        [0, 300_000],
        [10, 2],
        [6, 3],
        [99_999, 5000],
      ] as const) {
        assert.ok(
          Buffer.from(source.read(offset, length)).equals(BYTES.subarray(offset, offset + length)),
          `${offset} ${length}`,
        );
      }
    });
    test('gives fewer bytes at its end, and none behind it', () => {
      const source = open();
      assert.deepEqual([...source.read(BYTES.length - 2, 10)], [...BYTES.subarray(-2)]);
      assert.equal(source.read(BYTES.length, 10).length, 0);
      assert.equal(source.read(BYTES.length + 100, 10).length, 0);
    });
    test('keeps what it handed out', () => {
      const source = open();
      const first = source.read(0, 10);
      source.read(200_000, 10);
      assert.deepEqual([...first], [...BYTES.subarray(0, 10)]);
    });
  });
}

test('a slice ends with its source and may be empty', () => {
  const source = of(1, 2, 3);
  assert.deepEqual([...readAll(sliceSource(source, 1, 10))], [2, 3]);
  assert.equal(sliceSource(source, 5, 1).length, 0);
  assert.equal(sliceSource(source, 0, -1).length, 0);
  assert.deepEqual([...sliceSource(sliceSource(source, 1, 1), 0, 5).read(0, 5)], [2]);
});

test('edits replace, remove and insert, in any order', () => {
  const edits = [
    { offset: 4, removed: 1, bytes: Uint8Array.of() },
    { offset: 1, removed: 1, bytes: Uint8Array.of(8, 8) },
    { offset: 3, removed: 0, bytes: Uint8Array.of(9) },
  ];
  assert.deepEqual([...readAll(editSource(of(0, 1, 2, 3, 4), edits))], [0, 8, 8, 2, 9, 3]);
  assert.deepEqual([...readAll(editSource(of(0, 1), []))], [0, 1]);
});

test('no sources make an empty one', () => {
  assert.equal(concatSources([]).length, 0);
  assert.equal(readAll(concatSources([of(), of()])).length, 0);
});

test('the first difference is found, a missing byte counted', () => {
  const other = Uint8Array.from(BYTES);
  other[250_000] = (other[250_000] ?? 0) ^ 1;
  assert.equal(firstDifference(memorySource(BYTES), memorySource(BYTES.slice())), -1);
  assert.equal(firstDifference(memorySource(BYTES), memorySource(other)), 250_000);
  assert.equal(firstDifference(of(1, 2), of(1, 2, 3)), 2);
  assert.equal(firstDifference(of(1, 2, 3), of(1, 2)), 2);
});

test('chunks are in order and no longer than a mebibyte', () => {
  const pieces = [...chunks(memorySource(new Uint8Array(2_500_000)))].map((piece) => piece.length);
  assert.deepEqual(pieces, [2 ** 20, 2 ** 20, 2_500_000 - 2 ** 21]);
});

test('a source that ends before its length is noticed by whoever reads it whole', () => {
  const cut = {
    length: 2_500_000,
    read: (offset: number, length: number) => new Uint8Array(Math.min(length, 1_500_000 - offset)),
  };
  assert.throws(() => [...chunks(cut)], /a source of 2500000 bytes ended after 1500000/);
});

test('a window reads numbers in both byte orders, and -1 past the end', () => {
  const window = new SourceWindow(of(1, 2, 3, 4, 5));
  assert.deepEqual([window.uint16(0, true), window.uint16(0, false)], [0x0201, 0x0102]);
  assert.deepEqual([window.uint32(1, true), window.uint32(1, false)], [0x05040302, 0x02030405]);
  assert.deepEqual([window.uint8(4), window.uint8(5), window.uint16(4, true), window.uint32(2, true)], [5, -1, -1, -1]);
});

test('many pooled files stay within the descriptors of a process', () => {
  const paths = Array.from({ length: 100 }, (_, index) => join(folder, `pooled-${index}`));
  for (const [index, each] of paths.entries()) writeFileSync(each, Uint8Array.of(index));
  const sources = paths.map(pooledFileSource);
  for (let round = 0; round < 2; round++) {
    for (const [index, source] of sources.entries()) assert.deepEqual([...source.read(0, 1)], [index]);
  }
  assert.throws(() => pooledFileSource(join(folder, 'absent')), { code: 'ENOENT' });
});

test('reading small pieces of a file costs few system calls', () => {
  let reads = 0;
  const source = memorySource(BYTES);
  const counting: ByteSource = {
    length: source.length,
    read: (offset, length) => {
      reads++;
      return source.read(offset, length);
    },
  };
  const window = new SourceWindow(counting);
  for (let offset = 0; offset + 4 <= BYTES.length; offset += 4) window.uint32(offset, true);
  assert.equal(reads, Math.ceil(BYTES.length / 65_536));
});
