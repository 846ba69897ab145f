import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import type { Raster } from '../../lib/run/picture.ts';
import { pictureDifference } from '../../lib/run/picture-difference.ts';

const SIDE = 1_000;

function grey(change: (samples: Uint8Array) => void = () => {}, rows = SIDE): Raster {
  const samples = new Uint8Array(SIDE * rows).fill(90);
  change(samples);
  return { samples: memorySource(samples), rows, columns: SIDE, samplesPerPixel: 1 };
}

/** Colours of the picture with how many of its pixels have each. */
function colours(png: Buffer): ReadonlyMap<string, number> {
  const { data } = PNG.sync.read(png);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = [...data.subarray(at, at + 3)].join(' ');
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

test('one pixel of a million is seen and drawn large enough to be found, hardly or clearly different', () => {
  for (const [value, colour] of [
    [91, '240 165 30'],
    [255, '200 16 32'],
  ] as const) {
    const changed = grey((samples) => {
      samples[SIDE * 501 + 503] = value;
    });
    const difference = pictureDifference(grey(), changed);
    assert.ok(difference);
    assert.deepEqual([difference.pixels, difference.of], [1, SIDE * SIDE]);
    assert.equal(colours(difference.png).get(colour), 49);
    assert.equal(colours(difference.png).size, 2);
  }
});

test('the same picture in grey and in colour does not differ', () => {
  const one: Raster = { samples: memorySource(Uint8Array.of(7, 9)), rows: 1, columns: 2, samplesPerPixel: 1 };
  const other: Raster = { ...one, samples: memorySource(Uint8Array.of(7, 7, 7, 9, 9, 9)), samplesPerPixel: 3 };
  assert.equal(pictureDifference(one, other)?.pixels, 0);
});

test('a short frame differs in what it lacks, and another size has no difference picture', () => {
  const short: Raster = { ...grey(), samples: memorySource(new Uint8Array(SIDE).fill(90)) };
  assert.equal(pictureDifference(grey(), short)?.pixels, SIDE * SIDE - SIDE);
  assert.equal(pictureDifference(grey(), grey(undefined, SIDE - 1)), null);
});
