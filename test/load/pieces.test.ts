import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { text } from '../../lib/dicom/values.ts';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { writePool } from '../../lib/load/pool-files.ts';
import { seconds } from '../../lib/portable/duration.ts';
import { accessionNumber, NAME_BYTES, nameOf, patientID, studyDate } from '../../lib/portable/identity.ts';
import type { PoolFile } from '../../lib/portable/pool-file.ts';
import { uid, uidPrefix } from '../../lib/portable/uid.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { builtInNames, builtInTemplate } from '../../load/shared/built-in.ts';
import { elementsOf, itemsOf, sopInstanceUID } from '../../load/shared/elements.ts';
import { boundaryOf, partsOf } from '../../load/shared/multipart.ts';
import type { PoolTemplate } from '../../load/shared/pool-template.ts';
import { Stamper } from '../../load/shared/stamper.ts';
import { StoreBody } from '../../load/shared/store-body.ts';

const PREFIX = uidPrefix(99, 1);

/** The templates of a pool of every modality, and the built-in one. */
async function templates(): Promise<readonly PoolTemplate[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  try {
    const file = JSON.parse(
      readFileSync(await writePool({ folder, mix: parseMix('mix'), size: 30_000, seed: 1, names: 'any' }), 'utf8'),
    ) as PoolFile;
    return [
      builtInTemplate(30_000),
      ...file.templates.map(({ file: name, ...rest }) => ({
        ...rest,
        bytes: new Uint8Array(readFileSync(join(folder, name))),
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a stamped instance is a file without a defect that is who it says', async () => {
  for (const template of await templates()) {
    const bytes = template.bytes.slice();
    const stamper = new Stamper(bytes, template, builtInNames, PREFIX, 17);
    for (const [study, instance] of [
      [0, 0],
      [3, 999_999_999_999],
      [3, 5],
      [12, 40],
    ] as const) {
      stamper.stamp({ study, instance });
      const part10 = readPart10(memorySource(bytes));
      const value = (tag: string) => text(part10.dataSet, tag);
      assert.deepEqual(part10.defects, [], template.modality);
      assert.equal(text(part10.fileMeta, '00020003'), uid(PREFIX, 'instance', 17, instance));
      assert.equal(value('00080018'), uid(PREFIX, 'instance', 17, instance));
      assert.equal(value('0020000D'), uid(PREFIX, 'study', 17, study));
      assert.equal(value('0020000E'), uid(PREFIX, 'series', 17, study));
      assert.equal(value('00100020'), patientID(17, study));
      assert.equal(value('00080050'), accessionNumber(17, study));
      assert.equal(value('00080020'), studyDate(17, study));
      assert.equal(value('00100010'), nameOf(builtInNames, 17, study).text);
    }
  }
});

test('stamping one after another gives the bytes of stamping at once, and no two pictures are the same', async () => {
  for (const template of await templates()) {
    const [one, two] = [template.bytes.slice(), template.bytes.slice()];
    const stamper = new Stamper(one, template, builtInNames, PREFIX, 1);
    for (const instance of [1, 2, 1_000_000, 3]) stamper.stamp({ study: instance % 2, instance });
    new Stamper(two, template, builtInNames, PREFIX, 1).stamp({ study: 1, instance: 3 });
    assert.deepEqual(one, two);
    const pixels = template.layout.pixels;
    const before = one.slice(pixels);
    stamper.stamp({ study: 1, instance: 4 });
    assert.notDeepEqual(one.slice(pixels), before);
  }
});

test('a store body holds its instances in order, whole and in one study', async () => {
  for (const template of await templates()) {
    const body = new StoreBody(template, builtInNames, 3, PREFIX, 2);
    for (const first of [0, 3, 9]) {
      body.stamp({ study: 7, instance: first });
      const parts = partsOf(body.bytes, 'dicomweb-harness-part-boundary-7f3a91c4');
      assert.equal(parts?.length, 3);
      parts?.forEach((part, index) => {
        assert.equal(part.length, template.bytes.length);
        assert.equal(sopInstanceUID(part), uid(PREFIX, 'instance', 2, first + index));
        assert.equal(text(readPart10(memorySource(part)).dataSet, '0020000D'), uid(PREFIX, 'study', 2, 7));
      });
    }
  }
});

test('the built-in instance has the size that is asked for', () => {
  for (const size of [1024, 4096, 65_536, 524_288, 5_000_000]) {
    const { bytes, frameBytes, layout } = builtInTemplate(size);
    assert.ok(bytes.length <= size + 64 && bytes.length > size * 0.9, `${bytes.length} for ${size}`);
    assert.equal(layout.pixels + frameBytes, bytes.length);
  }
  for (const { bytes } of builtInNames) assert.equal(bytes.length, NAME_BYTES);
});

const bytes = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'latin1'));
const texts = (parts: readonly Uint8Array[] | null) => parts?.map((part) => Buffer.from(part).toString('latin1'));

test('parts are found with and without their length, after a preamble, and with what looks like a boundary in them', () => {
  const headless = partsOf(bytes('--b\r\nA: 1\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n'), 'b');
  assert.deepEqual(texts(headless), ['one', 'two']);
  assert.deepEqual(texts(partsOf(bytes('--b\r\nA: 1\r\n\r\none\r\n--b\r\nA: 2\r\n\r\ntwo\r\n--b--'), 'b')), [
    'one',
    'two',
  ]);
  assert.deepEqual(texts(partsOf(bytes('pre\r\n--b\r\nA: 1\r\n\r\n\r\n--b--\r\nepilogue'), 'b')), ['']);
  assert.deepEqual(texts(partsOf(bytes('--b\r\nContent-Length: 12\r\n\r\na\r\n--b\r\nx\r\nc\r\n--b--'), 'b')), [
    'a\r\n--b\r\nx\r\nc',
  ]);
  assert.deepEqual(texts(partsOf(bytes('--b\r\nContent-Length: 99\r\n\r\nlies\r\n--b--'), 'b')), ['lies']);
  assert.deepEqual(texts(partsOf(bytes('--b\r\nA: 1\r\n\r\n\r\r\n\n--\r\n-b\r\n--b--'), 'b')), ['\r\r\n\n--\r\n-b']);
});

test('a body that is not whole has no parts', () => {
  for (const cut of [
    '',
    'b',
    '--b',
    '--b\r\nA: 1\r\n\r\none',
    '--b\r\nA: 1\r\n\r\none\r\n--b',
    '--b\r\nA: 1\r\n\r\none\r\n--b\r\n',
  ]) {
    assert.equal(partsOf(bytes(cut), 'b'), null, JSON.stringify(cut));
  }
});

test('the boundary is found however it is written', () => {
  assert.equal(boundaryOf('multipart/related; type="application/dicom"; boundary=abc'), 'abc');
  assert.equal(boundaryOf('multipart/related;boundary="a b:c";type=x'), 'a b:c');
  assert.equal(boundaryOf('multipart/related; BOUNDARY = abc ; x=y'), 'abc');
  assert.equal(boundaryOf('multipart/related'), null);
});

test('elements are walked in explicit and implicit VR, sequences in them, and nothing is read past the end', () => {
  const dataSet = {
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
    SOPInstanceUID: '1.2.3',
    ReferencedStudySequence: [{ ReferencedSOPInstanceUID: '1.2.5' }, { ReferencedSOPInstanceUID: '1.2.6' }],
    Rows: 2,
  };
  for (const transferSyntax of ['1.2.840.10008.1.2.1', '1.2.840.10008.1.2']) {
    const file = writePart10({ transferSyntax, dataSet });
    const list = elementsOf(file);
    assert.deepEqual(
      list?.elements.map(({ tag }) => tag),
      [0x00080016, 0x00080018, 0x00081110, 0x00280010],
    );
    assert.equal(sopInstanceUID(file), '1.2.3');
    const sequence = list?.elements[2];
    assert.ok(list && sequence);
    assert.deepEqual(
      itemsOf(sequence.value, list.explicit)?.map(({ elements }) => elements.map(({ tag }) => tag)),
      [[0x00081155], [0x00081155]],
    );
    for (let length = 0; length < file.length; length++) {
      const cut = file.slice(0, length);
      const read = elementsOf(cut);
      const total = read?.elements.reduce((sum, { value }) => sum + value.length, 0) ?? 0;
      assert.ok(total <= length);
      sopInstanceUID(cut);
    }
  }
  assert.equal(elementsOf(new Uint8Array(10)), null);
  assert.equal(elementsOf(writePart10({ transferSyntax: '1.2.840.10008.1.2.1.99', dataSet })), null);
});

test('durations are those of k6', () => {
  assert.equal(seconds('30s'), 30);
  assert.equal(seconds('1h30m5s'), 5405);
  assert.equal(seconds('1500ms'), 1.5);
  assert.equal(seconds('2d'), 172_800);
  for (const wrong of ['30', 'soon', '5 m', '1y', '-5s']) assert.throws(() => seconds(wrong), /no duration/);
});

test('patients have names in ASCII unless names of any language are asked for, whatever the seed', async () => {
  const own = mkdtempSync(join(tmpdir(), 'names-'));
  const namesOf = async (seed: number, names: 'ascii' | 'any'): Promise<string> => {
    const pool = await writePool({ folder: own, mix: parseMix('CT'), size: 4096, seed, names });
    return (JSON.parse(readFileSync(pool, 'utf8')) as PoolFile).names.map(({ text }) => text).join(' ');
  };
  for (let seed = 0; seed < 8; seed++) assert.match(await namesOf(seed, 'ascii'), /^[ -~]{100,}$/);
  assert.match(await namesOf(1, 'any'), /[^ -~]/);
  rmSync(own, { recursive: true });
});
