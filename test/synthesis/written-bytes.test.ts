import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { dictionary } from 'dcmjs/dictionary';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { chunks } from '../../lib/bytes/byte-source.ts';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { instanceTemplate } from '../../lib/synthesis/instance-template.ts';
import { MODALITIES } from '../../lib/synthesis/modality/index.ts';
import { WRITABLE } from '../../lib/synthesis/transfer-syntax.ts';

/**
 * Digests of what is written by dcmjs 0.51.1. dcmjs 0.52.2 writes the same bytes and has the same dictionary: who takes
 * another version sees here whether it does as well.
 */
const WRITTEN = {
  dictionary: 'b33511b69e893c0db1b08965c31ed885',
  tutorial: '1aa979dabb4e288228c22faf77e5c3ca',
  templates: '62d56e4d8481be2a6207631464c26874',
  everyKind: '0ad8ac76f512c55512420db3a1f23693',
};

function digest(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}

test('the dictionary gives every element the same VR and keyword', () => {
  const rows = Object.entries(dictionary).map(([key, { vr, name, version }]) => `${key} ${vr} ${name} ${version}\n`);
  assert.ok(rows.length > 4_000);
  assert.equal(digest(...rows.sort()), WRITTEN.dictionary);
});

test('the tutorial set is the same bytes', () => {
  const parts = tutorialDataset().instances.flatMap(({ source }) => [...chunks(source)].map((chunk) => chunk.slice()));
  assert.equal(digest(...parts), WRITTEN.tutorial);
});

test('synthetic instances of every modality and transfer syntax have the same header', () => {
  const headers = [...MODALITIES.values()].flatMap((modality) =>
    WRITABLE.map((syntax) => JSON.stringify(instanceTemplate(modality, syntax, 64 << 10, 1).template)),
  );
  assert.ok(headers.every((header) => header.length > 1_000));
  assert.equal(digest(...headers), WRITTEN.templates);
});

test('text beyond ASCII, sequences, private elements and fragments are the same bytes', () => {
  const dataSet = {
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
    SOPInstanceUID: '2.25.1',
    PatientName: 'Müller^Jörg=山田^太郎',
    PatientID: '',
    SliceThickness: ['0.50', '1'],
    FrameIncrementPointer: 0x00181063,
    ReferencedSeriesSequence: [{ SeriesInstanceUID: '1.2.3' }, {}],
    SmallestImagePixelValue: { vr: 'SS', values: [-2] },
    '00090010': { vr: 'LO', values: ['ME'] },
    '00091001': { vr: 'UN', values: [Uint8Array.of(1, 2, 3)] },
  } as const;
  const encodedFrames = [Uint8Array.of(1, 2, 3), new Uint8Array(50_000).fill(9)];
  const [explicit, implicit, rle] = WRITABLE.map(({ uid }) => uid);
  const written = [
    writePart10({ transferSyntax: explicit ?? '', dataSet }),
    writePart10({ transferSyntax: implicit ?? '', dataSet }),
    writePart10({ transferSyntax: rle ?? '', dataSet: { ...dataSet, NumberOfFrames: 2 }, encodedFrames }),
  ];
  assert.equal(digest(...written), WRITTEN.everyKind);
});
