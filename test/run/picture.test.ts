import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { storedPicture } from '../../lib/answers/pictures/pixels.ts';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { frame } from '../../lib/dicom/frames.ts';
import { frameRaster, pictureRaster, type Raster, thumbnail } from '../../lib/run/picture.ts';

function raster(
  rows: number,
  columns: number,
  samplesPerPixel: Raster['samplesPerPixel'],
  samples: Uint8Array,
): Raster {
  return { samples: memorySource(samples), rows, columns, samplesPerPixel };
}

test('grey, colour and colour with alpha give the same pixels', () => {
  const grey = PNG.sync.read(thumbnail(raster(1, 2, 1, Uint8Array.of(7, 9))));
  const colour = PNG.sync.read(thumbnail(raster(1, 2, 3, Uint8Array.of(7, 7, 7, 9, 9, 9))));
  const alpha = PNG.sync.read(thumbnail(raster(1, 2, 4, Uint8Array.of(7, 7, 7, 0, 9, 9, 9, 0))));
  assert.deepEqual([...grey.data], [7, 7, 7, 255, 9, 9, 9, 255]);
  assert.deepEqual([colour.data, alpha.data], [grey.data, grey.data]);
});

test('what a short frame lacks is black', () => {
  const { data } = PNG.sync.read(thumbnail(raster(2, 1, 1, Uint8Array.of(200))));
  assert.deepEqual([...data], [200, 200, 200, 255, 0, 0, 0, 255]);
});

test('the heaviest picture there can be is still let in by the schema', () => {
  const noise = randomFillSync(new Uint8Array(480 * 480 * 3));
  const png = thumbnail(raster(480, 480, 3, noise));
  const { width, height } = PNG.sync.read(png);
  assert.deepEqual([width, height], [160, 160]);
  assert.ok(png.toString('base64').length <= 131_072);
});

test('a frame and the picture that is made of it look the same', () => {
  const { target } = tutorialDataset().roles;
  const asFrame = frameRaster(target.dataSet, frame(target.dataSet, 1));
  const asPicture = pictureRaster(storedPicture(target, 1));
  assert.ok(asFrame && asPicture);
  assert.deepEqual(thumbnail(asFrame), thumbnail(asPicture));
  assert.equal(pictureRaster(null), null);
});
