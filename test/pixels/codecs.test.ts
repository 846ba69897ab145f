import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { DATA_SETS } from '../../fixtures/sets/index.ts';
import { SIZE } from '../../fixtures/sets/picture.ts';
import { comparePixels, type Pixels } from '../../lib/answers/dicom/pixel-comparison.ts';
import { mayBeLossy } from '../../lib/answers/dicom/transfer-syntaxes.ts';
import { pixelDataOf } from '../../lib/dicom/frames.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { CODEC_PACKAGES, decoderOf } from '../../lib/pixels/decoders.ts';
import { encapsulated, file, raw, shape, stored, str } from '../judges/dicom-bytes.ts';

const require = createRequire(import.meta.url);
const missing = CODEC_PACKAGES.filter((name) => {
  try {
    require.resolve(name.startsWith('@') ? `${name}/package.json` : name);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND';
  }
});
const skip = missing.length > 0 && `needs ${missing.join(', ')}, which are not installed`;

const images: readonly StoredInstance[] = DATA_SETS.compressed.instances();
function pixelsOf({ dataSet, transferSyntax }: StoredInstance, decoded?: readonly Uint8Array[]): Pixels {
  const element = pixelDataOf(dataSet);
  assert.ok(element);
  return { element, dataSet, transferSyntax, ...(decoded ? { decoded } : {}) };
}

/** The native image as one of its kind with other pixels. */
function nativeLike(image: StoredInstance, pixels: Uint8Array): Pixels {
  const samples = image.name === 'jpeg-colour' ? 3 : 1;
  const bits = image.name.startsWith('jpeg-colour') || image.name === 'jpeg' ? 8 : 16;
  const photometric = str('00280004', 'CS', samples === 3 ? 'RGB' : 'MONOCHROME2');
  const elements = [photometric, ...shape(SIZE.rows, SIZE.columns, samples, bits), raw('7FE00010', 'OW', pixels)];
  return pixelsOf(stored(file(elements)));
}

function decodedOf(image: StoredInstance): Uint8Array {
  const [frame] = image.decoded ?? [];
  assert.ok(frame, image.name);
  return frame;
}

const lossy = images.filter(({ transferSyntax }) => mayBeLossy(transferSyntax));
const lossless = images.filter((image) => image.decoded && !lossy.includes(image));

describe('each picture of the compressed data set', { skip }, () => {
  for (const image of [...lossless, ...lossy]) {
    test(`${image.name} decodes to what it was compressed from`, () => {
      assert.deepEqual(comparePixels(pixelsOf(image), nativeLike(image, decodedOf(image))), { kind: 'equal' });
    });

    test(`${image.name} is not its negative`, () => {
      const bits = image.name.startsWith('jpeg-colour') || image.name === 'jpeg' ? 0xff : 0x0f;
      const negative = decodedOf(image).map((octet, at) => octet ^ (at % 2 === 0 ? 0xff : bits));
      assert.equal(comparePixels(pixelsOf(image), nativeLike(image, negative)).kind, 'different');
    });
  }

  test('of lossless compression each is compared with each other bit by bit', () => {
    assert.equal(lossless.length, 5);
    for (const left of lossless) {
      for (const right of lossless) assert.equal(comparePixels(pixelsOf(left), pixelsOf(right)).kind, 'equal');
      const changed = Uint8Array.from(decodedOf(left));
      changed[100] = (changed[100] ?? 0) ^ 1;
      assert.equal(comparePixels(pixelsOf(left), nativeLike(left, changed)).kind, 'different', left.name);
    }
  });
});

test('what a picture was compressed from is compared without a codec, exactly or within a bound', () => {
  for (const image of images.filter(({ decoded }) => decoded)) {
    const known = pixelsOf(image, image.decoded);
    assert.deepEqual(comparePixels(known, nativeLike(image, decodedOf(image))), { kind: 'equal' }, image.name);
    const other = Uint8Array.from(decodedOf(image)).reverse();
    assert.equal(comparePixels(known, nativeLike(image, other)).kind, 'different', image.name);
  }
});

test('bytes that are no stream are a difference, and a stream that the codec fails on is undecided', { skip }, () => {
  const of = (octets: readonly number[], transferSyntax: string) =>
    pixelsOf(stored(file([...shape(1, 2), encapsulated(Buffer.from(octets))], transferSyntax)));
  const plain = pixelsOf(stored(file([...shape(1, 2), raw('7FE00010', 'OW', [1, 2])])));
  for (const ending of ['50', '70', '80', '90', '201']) {
    const transferSyntax = `1.2.840.10008.1.2.4.${ending}`;
    const found = decoderOf(transferSyntax);
    assert.ok(found.decoder);
    assert.equal(comparePixels(of([1, 2, 3, 4, 5, 6], transferSyntax), plain).kind, 'undecided', `stored as ${ending}`);
    if (mayBeLossy(transferSyntax)) continue;
    assert.equal(comparePixels(plain, of([1, 2, 3, 4, 5, 6], transferSyntax)).kind, 'different', ending);
    assert.equal(comparePixels(plain, of([...found.start, 0, 0], transferSyntax)).kind, 'undecided', ending);
  }
});

test('there is no decoder for what nobody here decodes', () => {
  assert.deepEqual(decoderOf('1.2.840.10008.1.2.4.110'), { decoder: null, install: null });
  assert.deepEqual(decoderOf('1.2.3'), { decoder: null, install: null });
});
