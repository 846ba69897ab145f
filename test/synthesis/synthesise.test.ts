import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { isUid } from '../../lib/dicom/uid.ts';
import { text } from '../../lib/dicom/values.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { MODALITIES } from '../../lib/synthesis/modality/index.ts';
import { type SynthesisOptions, type SyntheticInstance, synthesise } from '../../lib/synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN, WRITABLE } from '../../lib/synthesis/transfer-syntax.ts';
import { measureStamping } from '../bench/measure-stamping.ts';

const SMALL: SynthesisOptions = {
  seed: 42,
  mix: parseMix('mix'),
  count: 120,
  size: 4096,
  transferSyntax: EXPLICIT_LITTLE_ENDIAN,
};

const bytesOf = ({ segments }: SyntheticInstance): Buffer => Buffer.concat(segments);

function digest(options: SynthesisOptions): string {
  const hash = createHash('sha256');
  for (const { segments } of synthesise(options)) for (const segment of segments) hash.update(segment);
  return hash.digest('hex');
}

test('same seed, same bytes; another seed or generator, other bytes', () => {
  assert.equal(digest(SMALL), digest(SMALL));
  assert.notEqual(digest(SMALL), digest({ ...SMALL, seed: 43 }));
  assert.notEqual(digest(SMALL), digest({ ...SMALL, generator: 1 }));
});

test('UIDs never come up twice, in one generator or in several of the same seed', () => {
  const seen = new Map<string, string>();
  let instances = 0;
  for (const generator of [0, 1, 2, 4095]) {
    for (const made of synthesise({ ...SMALL, generator, count: 400 })) {
      instances++;
      const own = [
        [made.sopInstanceUID, `instance ${instances}`],
        [made.seriesInstanceUID, `series ${generator}/${made.seriesInstanceUID}`],
        [made.study.studyInstanceUID, `study ${generator}/${made.study.studyID}`],
      ] as const;
      for (const [uid, owner] of own) {
        assert.ok(isUid(uid), uid);
        assert.equal(seen.get(uid) ?? owner, owner);
        seen.set(uid, owner);
      }
    }
  }
  assert.equal(instances, 1600);
});

test('every modality in every transfer syntax is read without a defect, and is what it says', () => {
  for (const modality of MODALITIES.values()) {
    for (const transferSyntax of WRITABLE) {
      for (const size of [1024, 6000, 300_000]) {
        const [made] = synthesise({ ...SMALL, mix: [{ modality, weight: 1 }], count: 1, size, transferSyntax });
        assert.ok(made);
        const bytes = bytesOf(made);
        assert.equal(bytes.length, made.length);
        const part10 = readPart10(memorySource(bytes));
        const label = `${modality.code} ${transferSyntax.name} ${size}`;
        assert.deepEqual(part10.defects, [], label);
        assert.equal(part10.transferSyntax, transferSyntax.uid, label);
        assert.equal(text(part10.dataSet, '00080060'), modality.code, label);
        assert.equal(text(part10.dataSet, '00080018'), made.sopInstanceUID, label);
        assert.equal(text(part10.dataSet, '0020000D'), made.study.studyInstanceUID, label);
        assert.equal(text(part10.dataSet, '00100010'), made.study.person.name, label);
      }
    }
  }
});

test('a file is as long as asked for, and never longer', () => {
  for (const modality of MODALITIES.values()) {
    // From a size of some frames on, whole frames fill it.
    const sizes = [1024, 5000, 65_536, 524_288, 3_000_000];
    for (const size of sizes) {
      const [made] = synthesise({ ...SMALL, mix: [{ modality, weight: 1 }], count: 1, size });
      assert.ok(made && made.length <= size, `${modality.code}: ${made?.length} for ${size}`);
      const frame = modality.resizes === 'frames' && size > 200_000 ? 921_600 : 0;
      assert.ok(made.length >= size * 0.8 - frame, `${modality.code}: ${made.length} for ${size}`);
    }
  }
});

test('a gigabyte takes the memory of a strip: buffers are shared', () => {
  const CT = parseMix('CT');
  const [made] = synthesise({ ...SMALL, mix: CT, count: 1, size: 2 ** 30 });
  assert.ok(made && made.length > 0.999 * 2 ** 30 && made.length <= 2 ** 30);
  const memory = [...new Set(made.segments.map(({ buffer }) => buffer))].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
  assert.ok(memory < 40 * 2 ** 20, `${memory} bytes`);
});

test('the mix comes out by number of instances', () => {
  const made = [...synthesise({ ...SMALL, mix: parseMix('CT:60,CR:30,US:10'), count: 1000 })];
  const share = (code: string): number => made.filter(({ modality }) => modality.code === code).length / made.length;
  assert.ok(Math.abs(share('CT') - 0.6) < 0.07, String(share('CT')));
  assert.ok(Math.abs(share('CR') - 0.3) < 0.07, String(share('CR')));
  assert.ok(Math.abs(share('US') - 0.1) < 0.07, String(share('US')));
});

test('instances of a study share its patient, and are numbered without a gap', () => {
  const made = [...synthesise(SMALL)];
  for (const study of new Set(made.map((one) => one.study))) {
    const own = made.filter((one) => one.study === study);
    assert.deepEqual(
      own.map(({ number }) => number),
      own.map((_, index) => index + 1),
    );
    assert.equal(new Set(own.map(({ modality }) => modality.code)).size, 1);
  }
});

test('pixel data compress as those of their modality do, neither like noise nor like a test pattern', () => {
  for (const modality of MODALITIES.values()) {
    const [made] = synthesise({ ...SMALL, mix: [{ modality, weight: 1 }], count: 1, size: 600_000 });
    assert.ok(made);
    const bytes = bytesOf(made);
    const ratio = bytes.length / deflateRawSync(bytes, { level: 6 }).length;
    assert.ok(ratio > 1.2 && ratio < 6, `${modality.code}: ${ratio.toFixed(2)}`);
  }
});

test('the measurement of stamping runs; how the ways compare is for the benchmark to say', () => {
  for (const [way, perSecond] of Object.entries(measureStamping(4096, 0.05))) assert.ok(perSecond > 0, way);
});
