import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { firstDifference, memorySource } from '../../lib/bytes/byte-source.ts';
import { frame, frameCount } from '../../lib/dicom/frames.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { skipWithout } from '../support/tools.ts';

const PIXELS = Uint8Array.from({ length: 2 * 6 * 5 * 2 }, (_, index) => index * 7);

const ORIGINAL = writePart10({
  dataSet: {
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7.3',
    SOPInstanceUID: '2.25.7',
    SpecificCharacterSet: 'ISO_IR 192',
    PatientName: 'Müller^Jörg=山田',
    ReferencedSeriesSequence: [{ ReferencedInstanceSequence: [{}, { ReferencedSOPInstanceUID: '1.2.3' }] }, {}],
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    NumberOfFrames: 2,
    Rows: 6,
    Columns: 5,
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: 1,
    SmallestImagePixelValue: { vr: 'SS', values: [-300] },
    PixelData: { vr: 'OW', values: [PIXELS] },
  },
});

/** dcmtk's converters, each making another encoding of one data set. */
const CONVERSIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Explicit VR, defined lengths', ['dcmconv', '+te', '+e']],
  ['Explicit VR, undefined lengths', ['dcmconv', '+te', '-e']],
  ['Explicit VR, group lengths', ['dcmconv', '+te', '+g']],
  ['Implicit VR, defined lengths', ['dcmconv', '+ti', '+e']],
  ['Implicit VR, undefined lengths', ['dcmconv', '+ti', '-e']],
  ['big endian', ['dcmconv', '+tb']],
  ['deflated', ['dcmconv', '+td']],
];

describe('the same data set in another encoding', { skip: skipWithout('dcmconv', 'dcmcrle', 'dcmdrle') }, () => {
  let folder = '';
  const path = (name: string) => join(folder, name);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'encodings-'));
    writeFileSync(path('original'), ORIGINAL);
  });
  after(() => rmSync(folder, { recursive: true }));

  const original = readPart10(memorySource(ORIGINAL)).dataSet;
  const converted = ([program = '', ...options]: readonly string[]) => {
    execFileSync(program, [...options, path('original'), path('converted')]);
    return readPart10(memorySource(readFileSync(path('converted'))));
  };

  for (const [name, command] of CONVERSIONS) {
    test(`is read the same: ${name}`, () => {
      const { dataSet, defects } = converted(command);
      assert.deepEqual(
        defects.filter(({ code }) => code !== 'group-length-element'),
        [],
      );
      assert.deepEqual(toDicomJson(dataSet), toDicomJson(original));
      for (const number of [1, 2]) {
        assert.equal(firstDifference(frame(dataSet, number), frame(original, number)), -1);
        assert.equal(
          firstDifference(frame(dataSet, number), memorySource(PIXELS.subarray((number - 1) * 60, number * 60))),
          -1,
        );
      }
    });
  }

  test('has as many frames when they are compressed', () => {
    const { dataSet, defects } = converted(['dcmcrle']);
    assert.deepEqual(defects, []);
    assert.equal(frameCount(dataSet), 2);
    // An RLE frame starts with its number of segments: one for each byte of a sample (PS3.5 §G.4).
    for (const number of [1, 2]) assert.equal(frame(dataSet, number).read(0, 1)[0], 2);
  });
});
