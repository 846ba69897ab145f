import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DATA_SETS } from '../../../fixtures/sets/index.ts';
import { shownCrop } from '../../../lib/answers/pictures/crop.ts';
import { likeness, order, type Picture } from '../../../lib/answers/pictures/pixels.ts';
import { shownPictures } from '../../../lib/answers/pictures/shown-pictures.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';

const named = (set: 'grey' | 'colour' | 'multi-frame', name: string): StoredInstance => {
  const instances: readonly StoredInstance[] = DATA_SETS[set].instances();
  const found = instances.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

function only(instance: StoredInstance, frame = 1): Picture {
  const picture = shownPictures(instance, frame).at(-1);
  assert.ok(picture, instance.name);
  return picture;
}

function negative({ width, height, rgba }: Picture): Picture {
  return { width, height, rgba: rgba.map((sample, at) => (at % 4 === 3 ? sample : 255 - sample)) };
}

describe('colour looks the same however it is kept', () => {
  const rgb = only(named('colour', 'rgb'));
  for (const name of ['rgb-in-planes', 'ybr-full']) {
    test(name, () => assert.ok((likeness(rgb, only(named('colour', name))) ?? 0) > 0.99));
  }

  test('a palette gives other colours', () => {
    assert.ok((likeness(rgb, only(named('colour', 'palette'))) ?? 1) < 0.9);
  });
});

describe('grey', () => {
  test('is shown in each of its windows and as a whole', () => {
    assert.equal(shownPictures(named('grey', 'two-windows'), 1).length, 3);
    assert.equal(shownPictures(named('grey', 'two-windows'), 1, { center: 100, width: 10 }).length, 1);
  });

  test('of MONOCHROME1 is bright where its values are small', () => {
    const [bright, dark] = [only(named('grey', 'unsigned-16')), only(named('grey', 'inverted'))];
    assert.ok((likeness(bright, negative(dark)) ?? 0) > 0.95);
  });

  test('of signed values is in the order of its values', () => {
    assert.ok((likeness(only(named('grey', 'unsigned-16')), only(named('grey', 'signed-12'))) ?? 0) > 0.95);
  });

  test('of one frame is not like that of another', () => {
    const frames = named('multi-frame', 'five-frames');
    for (let number = 2; number <= 5; number++) {
      assert.ok((likeness(only(frames, 1), only(frames, number)) ?? 1) < 0.9, String(number));
    }
  });
});

describe('the order of shades', () => {
  const instance = named('grey', 'unsigned-16');
  const whole = only(instance);

  test('stays in any window, and turns in a negative', () => {
    for (const width of [1000, 20_000, 60_000]) {
      const [windowed] = shownPictures(instance, 1, { center: 30_000, width });
      assert.ok(windowed);
      assert.ok((order(whole, windowed) ?? 0) > 0.95, String(width));
      assert.ok((order(whole, negative(windowed)) ?? 0) < -0.95, String(width));
    }
  });

  test('is told neither of another size nor of colours', () => {
    assert.equal(order(whole, shownCrop(whole, { left: 0, top: 0, width: 5, height: 5 })), null);
    assert.equal(order(whole, only(named('colour', 'rgb'))), null);
  });

  test('is another in a picture turned round', () => {
    const turned = { ...whole, rgba: Uint8Array.from(whole.rgba).reverse() };
    assert.ok(
      (order(whole, { ...turned, rgba: turned.rgba.map((_, at) => turned.rgba[at - (at % 4) + 3] ?? 0) }) ?? 1) < 0.9,
    );
  });
});
