import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { ofAnotherPicture } from '../../../lib/answers/diagnosis/whose-picture.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { raw, shape, str, words } from '../../judges/dicom-bytes.ts';
import { exchange } from '../../judges/exchanges.ts';
import { anInstance } from '../../judges/json-answers.ts';

const [WIDTH, HEIGHT] = [16, 8];

/** A picture of stripes, each so many columns wide. */
function striped(width: number): number[] {
  return Array.from({ length: WIDTH * HEIGHT }, (_, pixel) =>
    Math.floor((pixel % WIDTH) / width) % 2 === 0 ? 10 : 200,
  );
}

const anImage = (instance: string, width: number) =>
  anInstance(
    [
      ...shape(HEIGHT, WIDTH),
      words('00280101', 'US', 8),
      str('00280004', 'CS', 'MONOCHROME2'),
      raw('7FE00010', 'OB', striped(width)),
    ],
    { instance, name: `${instance}.dcm` },
  );

const STORED = [anImage('1.1', 8), anImage('1.2', 4)];

function shown(pixels: readonly number[], path = '/studies/1/series/2/instances/1.1/rendered') {
  const file = new PNG({ width: WIDTH, height: HEIGHT });
  for (const [pixel, grey] of pixels.entries()) file.data.set([grey, grey, grey, 255], pixel * 4);
  const { response } = exchange({ body: PNG.sync.write(file), headers: [['Content-Type', 'image/png']] });
  assert.ok(response);
  return ofAnotherPicture(`http://server${path}`, { ...response, body: memorySource(PNG.sync.write(file)) }, STORED);
}

test('a rendered picture of another stored instance is told as that of the other', () => {
  assert.deepEqual(shown(striped(4))?.seen.parameters, { name: '1.1.dcm', shown: '1.2.dcm' });
  assert.equal(shown(striped(4))?.seen.code, 'rendered-of-another');
});

test('a picture that is the right one, or nobody’s, is not that of another', () => {
  assert.equal(shown(striped(8)), null);
  assert.equal(shown(striped(2)), null);
  assert.equal(shown(striped(4), '/studies/1/series/2/instances/9.9/rendered'), null);
});
