import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { data } from 'dcmjs';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { frame } from '../../lib/dicom/frames.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { isUid } from '../../lib/dicom/uid.ts';
import { text } from '../../lib/dicom/values.ts';
import {
  type DataSetDescription,
  IMPLEMENTATION_CLASS_UID,
  IMPLEMENTATION_VERSION_NAME,
  writePart10,
} from '../../lib/dicom/write-part10.ts';
import { skipWithout } from '../support/tools.ts';
import { DEFLATED, EXPLICIT, IMPLICIT, RLE } from './raw-file.ts';

const DATA_SET: DataSetDescription = {
  SOPInstanceUID: '2.25.1',
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
  SpecificCharacterSet: 'ISO_IR 192',
  PatientName: 'Müller^Jörg=山田^太郎',
  PatientID: '',
  ImageType: ['DERIVED', 'SECONDARY'],
  SliceThickness: '0.50',
  FrameIncrementPointer: 0x00181063,
  ReferencedSeriesSequence: [{ SeriesInstanceUID: '1.2.3' }, {}],
  SmallestImagePixelValue: { vr: 'SS', values: [-2] },
  '00090010': { vr: 'LO', values: ['ME'] },
  '00091001': { vr: 'UN', values: [Uint8Array.of(1, 2, 3)] },
  PixelData: { vr: 'OW', values: [Uint8Array.of(0, 1, 2, 3, 4, 5).subarray(2)] },
};
const { PixelData: _, ...WITHOUT_PIXELS } = DATA_SET;

const EXPECTED = {
  '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
  '00080008': { vr: 'CS', Value: ['DERIVED', 'SECONDARY'] },
  '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7'] },
  '00080018': { vr: 'UI', Value: ['2.25.1'] },
  '00081115': { vr: 'SQ', Value: [{ '0020000E': { vr: 'UI', Value: ['1.2.3'] } }, {}] },
  '00090010': { vr: 'LO', Value: ['ME'] },
  '00091001': { vr: 'UN', InlineBinary: 'AQIDAA==' },
  '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Müller^Jörg', Ideographic: '山田^太郎' }] },
  '00100020': { vr: 'LO' },
  '00180050': { vr: 'DS', Value: [0.5] },
  '00280009': { vr: 'AT', Value: ['00181063'] },
  '00280106': { vr: 'SS', Value: [-2] },
  '7FE00010': { vr: 'OW', InlineBinary: 'AgMEBQ==' },
};

const read = (bytes: Uint8Array) => readPart10(memorySource(bytes));

describe('writes what was described', () => {
  for (const transferSyntax of [EXPLICIT, DEFLATED]) {
    test(`in ${transferSyntax}`, () => {
      const part10 = read(writePart10({ transferSyntax, dataSet: DATA_SET }));
      assert.deepEqual(part10.defects, []);
      assert.equal(part10.transferSyntax, transferSyntax);
      assert.deepEqual(toDicomJson(part10.dataSet), EXPECTED);
    });
  }
  test('in Implicit VR', () => {
    const { dataSet, defects } = read(
      writePart10({ transferSyntax: IMPLICIT, dataSet: { ...DATA_SET, PixelRepresentation: 1 } }),
    );
    assert.deepEqual(defects, []);
    assert.deepEqual(toDicomJson(dataSet), { ...EXPECTED, '00280103': { vr: 'US', Value: [1] } });
  });
  for (const transferSyntax of [EXPLICIT, IMPLICIT, DEFLATED]) {
    test(`with native pixels that are padded, last and before another element, in ${transferSyntax}`, () => {
      for (const after of [{}, { DataSetTrailingPadding: Uint8Array.of(7, 8) }]) {
        const dataSet = { ...DATA_SET, BitsAllocated: 8, PixelData: Uint8Array.of(4, 5, 6), ...after };
        const part10 = read(writePart10({ transferSyntax, dataSet }));
        assert.deepEqual(part10.defects, []);
        const bytesOf = (tag: string) => {
          const value = part10.dataSet.elements.get(tag)?.value;
          return value && [...value.read(0, value.length)];
        };
        assert.deepEqual(bytesOf('7FE00010'), [4, 5, 6, 0]);
        assert.deepEqual(bytesOf('FFFCFFFC'), 'DataSetTrailingPadding' in after ? [7, 8] : undefined);
      }
    });
  }
  test('in fragments of any size', () => {
    const frames = [Uint8Array.of(1, 2, 3), new Uint8Array(50_000).fill(9)];
    const bytes = writePart10({
      transferSyntax: RLE,
      dataSet: { ...WITHOUT_PIXELS, NumberOfFrames: 2 },
      encodedFrames: frames,
    });
    const { dataSet, defects } = read(bytes);
    assert.deepEqual(defects, []);
    assert.deepEqual([...readAll(frame(dataSet, 1))], [1, 2, 3, 0]);
    assert.ok(Buffer.from(frames[1] ?? []).equals(readAll(frame(dataSet, 2))));
  });
  test('with the implementation named', () => {
    const { fileMeta } = read(writePart10({ dataSet: DATA_SET }));
    assert.equal(text(fileMeta, '00020012'), IMPLEMENTATION_CLASS_UID);
    assert.equal(text(fileMeta, '00020013'), IMPLEMENTATION_VERSION_NAME);
    assert.ok(isUid(IMPLEMENTATION_CLASS_UID));
  });
  test('as dcmjs reads it', () => {
    const bytes = writePart10({ dataSet: DATA_SET });
    const { dict } = data.DicomMessage.readFile(Uint8Array.from(bytes).buffer);
    assert.deepEqual(dict['00280106']?.Value, [-2]);
    assert.deepEqual(dict['00080008']?.Value, ['DERIVED', 'SECONDARY']);
    assert.deepEqual(new Uint8Array(dict['7FE00010']?.Value[0] as ArrayBuffer), Uint8Array.of(2, 3, 4, 5));
  });
});

describe('refuses to write', () => {
  const refused: readonly (readonly [string, () => unknown])[] = [
    ['without SOP class', () => writePart10({ dataSet: { SOPInstanceUID: '1.2' } })],
    ['without SOP instance', () => writePart10({ dataSet: { SOPClassUID: '1.2', SOPInstanceUID: '' } })],
    ['a word that is no keyword', () => writePart10({ dataSet: { ...DATA_SET, PatientsName: 'A' } })],
    ['a tag without VR', () => writePart10({ dataSet: { ...DATA_SET, '00100020': 'A' } })],
    [
      'text in another character set',
      () => writePart10({ dataSet: { ...DATA_SET, SpecificCharacterSet: 'ISO_IR 100' } }),
    ],
    [
      'such text in an item',
      () =>
        writePart10({
          dataSet: { SOPClassUID: '1.2', SOPInstanceUID: '1.3', ReferencedPatientSequence: [{ PatientName: 'ü' }] },
        }),
    ],
    [
      'a VR that dcmjs cannot write',
      () => writePart10({ dataSet: { ...DATA_SET, '00720083': { vr: 'OV', values: [] } } }),
    ],
    ['big endian', () => writePart10({ transferSyntax: '1.2.840.10008.1.2.2', dataSet: DATA_SET })],
    ['frames in a native transfer syntax', () => writePart10({ dataSet: WITHOUT_PIXELS, encodedFrames: [] })],
    ['no frames in an encapsulated one', () => writePart10({ transferSyntax: RLE, dataSet: DATA_SET })],
  ];
  for (const [name, write] of refused) test(name, () => assert.throws(write, RangeError));
});

describe('dcmtk reads it', { skip: skipWithout('dcmdump') }, () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dicom-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  for (const transferSyntax of [EXPLICIT, IMPLICIT, DEFLATED]) {
    test(`in ${transferSyntax}`, () => {
      const path = join(folder, 'file.dcm');
      writeFileSync(path, writePart10({ transferSyntax, dataSet: DATA_SET }));
      const dump = execFileSync('dcmdump', ['--quiet', '--load-short', path], { encoding: 'utf8' });
      assert.match(dump, /\(0010,0010\) PN \[Müller\^Jörg=山田\^太郎\]/);
      assert.match(dump, /\(0028,0009\) AT \(0018,1063\)/);
      assert.match(dump, /\(7fe0,0010\) OW 0302\\0504/);
    });
  }
});
