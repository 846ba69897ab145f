import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { decodePicture, likeness, type Picture, storedPicture } from '../../../lib/answers/pictures/pixels.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { renderedIs } from '../../../lib/judges/rendered/picture.ts';
import { encapsulated, file, J2K, raw, shape, stored, str, type Write, words } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, findingOn } from '../expect.ts';

const WIDTH = 16;
const HEIGHT = 8;
/** Left half dark, right half bright, in some colour. */
function halves(left: readonly number[], right: readonly number[]): number[] {
  return Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => (pixel % WIDTH < WIDTH / 2 ? left : right)).flat();
}
function picture(rgb: readonly number[], width = WIDTH, height = HEIGHT): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) rgba.set(rgb.slice(pixel * 3, pixel * 3 + 3), pixel * 4);
  return { width, height, rgba };
}
const png = ({ width, height, rgba }: Picture) => {
  const file = new PNG({ width, height });
  file.data = Buffer.from(rgba);
  return PNG.sync.write(file);
};
const jpeg = ({ width, height, rgba }: Picture) => encode({ width, height, data: Buffer.from(rgba) }, 90).data;

const BITS = words('00280101', 'US', 8);
const photometric = (value: string) => str('00280004', 'CS', value);
const colours = halves([200, 30, 40], [20, 240, 90]);
const instance = (elements: readonly Write[]) => stored(file([BITS, ...elements]), 'square');
const rgb = instance([...shape(HEIGHT, WIDTH, 3), photometric('RGB'), raw('7FE00010', 'OB', colours)]);
const grey = (interpretation: string, ...more: Write[]) =>
  instance([...shape(HEIGHT, WIDTH), photometric(interpretation), raw('7FE00010', 'OB', halves([10], [200])), ...more]);

const answer = (body: Uint8Array | string, type = 'image/jpeg', accept = 'image/jpeg') =>
  exchange({ requestHeaders: [['Accept', accept]], headers: [['Content-Type', type]], body });
const where = { kind: 'header', name: 'Content-Type' } as const;
const bytes = { kind: 'bytes', offset: 0 } as const;

test('a baseline JPEG of the source passes all four', () => {
  const findings = renderedIs(answer(jpeg(picture(colours))), rgb);
  assert.deepEqual(
    findings.map(({ requirement, verdict, assertions, claim }) => [requirement, verdict, assertions, claim]),
    [
      ['WADO-RS-060', 'pass', 3, 'renders a picture'],
      ['WADO-RS-062', 'pass', 2, 'renders baseline JPEG by default'],
      ['WADO-RS-064', 'pass', 1, 'renders in the size of the source'],
      ['WADO-RS-073', 'pass', 1, 'renders with the appearance of the source'],
    ],
  );
});

test('PNG and GIF are judged where they alone were asked for', () => {
  const asked = findingOn(renderedIs(answer(png(picture(colours)), 'image/png', 'image/png'), rgb), 'WADO-RS-063');
  expectFinding(asked, 'WADO-RS-063', { assertions: 2 });
  assert.equal(asked.claim, 'renders image/png when asked for');
  const other = findingOn(renderedIs(answer('x', 'image/jpeg', 'image/gif'), rgb), 'WADO-RS-063');
  expectFinding(other, 'WADO-RS-063', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('rendered-in-another-format', where, { asked: 'image/gif', type: 'image/jpeg' })],
  });
  const none = findingOn(renderedIs(answer('x', 'application/dicom', 'image/png'), rgb), 'WADO-RS-063');
  assert.deepEqual([none.verdict, none.reason], ['incomplete', 'prerequisite-failed']);
  const both = renderedIs(answer(jpeg(picture(colours)), 'image/jpeg', 'image/png, image/jpeg'), rgb);
  assert.equal(both[1]?.requirement, 'WADO-RS-062');
  const refused = (accept: string) =>
    findingOn(renderedIs(exchange({ status: 406, requestHeaders: [['Accept', accept]] }), rgb), 'WADO-RS-063');
  assert.deepEqual(
    [refused('image/png').verdict, refused('image/png').breaches[0]?.code],
    ['fail', 'rendered-png-refused'],
  );
  expectFinding(refused('image/gif'), 'WADO-RS-063', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('rendered-gif-refused', { kind: 'status' }, { status: 406, expected: ['200'] })],
    remark: '406: GIF is seldom offered',
  });
});

test('WADO-RS-060: a status, a type and bytes that are no picture fail', () => {
  const on = (one: ReturnType<typeof exchange>) => findingOn(renderedIs(one, rgb), 'WADO-RS-060');
  assert.equal(on(exchange({ status: 501 })).breaches[0]?.code, 'rendered-not-retrieved');
  expectFinding(on(answer('x', 'application/dicom')), 'WADO-RS-060', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('rendered-no-picture', where, { type: 'application/dicom' })],
  });
  expectFinding(on(answer(png(picture(colours)))), 'WADO-RS-060', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('rendered-bytes-of-another-format', bytes, { type: 'image/jpeg', found: 'image/png' })],
  });
  for (const type of ['image/png', 'image/gif']) {
    assert.deepEqual(on(answer('x', type)).breaches[0]?.parameters, { type, found: null });
  }
  expectFinding(on(answer('x', 'image/jp2')), 'WADO-RS-060', { assertions: 2 });
  const broken = exchange({ headers: [['Content-Encoding', 'gzip']], body: 'x' });
  assert.deepEqual([on(broken).verdict, on(broken).reason], ['incomplete', 'prerequisite-failed']);
});

test('WADO-RS-062: another default warns, another type than was asked for fails', () => {
  const on = (accept: string) =>
    findingOn(renderedIs(answer(png(picture(colours)), 'image/png', accept), rgb), 'WADO-RS-062');
  const breaches = [breach('rendered-in-another-format', where, { asked: 'image/jpeg', type: 'image/png' })];
  expectFinding(on('*/*'), 'WADO-RS-062', { verdict: 'warn', assertions: 1, breaches });
  expectFinding(on('image/jpeg'), 'WADO-RS-062', { verdict: 'fail', assertions: 1, breaches });
});

test('WADO-RS-060: a picture without Content-Type is left to COMMON-017', () => {
  const unlabelled = (body: Uint8Array | string) =>
    findingOn(renderedIs({ ...exchange({ body }), request: answer('x').request }, rgb), 'WADO-RS-060');
  assert.equal(unlabelled(png(picture(colours))).verdict, 'pass');
  assert.equal(unlabelled('x').breaches[0]?.code, 'rendered-no-picture');
});

test('WADO-RS-062: what is no picture has no format, and WADO-RS-060 tells of it', () => {
  const unlabelled = answer('--b\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--b--', 'multipart/related', 'image/jpeg');
  const findings = renderedIs(unlabelled, rgb);
  assert.equal(findingOn(findings, 'WADO-RS-060').breaches[0]?.code, 'rendered-no-picture');
  const { verdict, reason } = findingOn(findings, 'WADO-RS-062');
  assert.deepEqual([verdict, reason], ['incomplete', 'prerequisite-failed']);
});

test('WADO-RS-062: JPEG of another process or depth fails', () => {
  const on = (body: Uint8Array) => findingOn(renderedIs(answer(body), rgb), 'WADO-RS-062');
  const header = (marker: number, bits: number) => Buffer.of(0xff, 0xd8, 0xff, marker, 0, 11, bits, 0, 8, 0, 16, 0);
  for (const [marker, bits, process] of [
    [0xc2, 8, 2],
    [0xc1, 12, 1],
    [0xc0, 12, 0],
  ] as const) {
    expectFinding(on(header(marker, bits)), 'WADO-RS-062', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('rendered-jpeg-not-baseline', bytes, { process, bits })],
    });
  }
  assert.deepEqual(on(Buffer.from('x')).breaches[0]?.parameters, { process: null, bits: null });
});

test('WADO-RS-064: the size is that of the source', () => {
  const on = (body: Uint8Array | string) => findingOn(renderedIs(answer(body), rgb), 'WADO-RS-064');
  expectFinding(on(jpeg(picture([], HEIGHT, WIDTH))), 'WADO-RS-064', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('rendered-size', bytes, { name: 'square', width: 8, height: 16, columns: 16, rows: 8 })],
  });
  assert.equal(on(jpeg(picture([], WIDTH, WIDTH))).verdict, 'fail');
  assert.equal(on(jpeg(picture([], HEIGHT, HEIGHT))).verdict, 'fail');
  expectFinding(on('x'), 'WADO-RS-064', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'a picture in a format whose size is not read here',
  });
});

const appearance = (body: Uint8Array | string, source = rgb) =>
  findingOn(renderedIs(answer(body), source), 'WADO-RS-073');

test('WADO-RS-073: negatives, swapped colours and other pictures fail', () => {
  const swapped = halves([40, 30, 200], [90, 240, 20]);
  const negative = colours.map((sample) => 255 - sample);
  for (const other of [swapped, negative, halves([20, 240, 90], [200, 30, 40])]) {
    assert.equal(appearance(png(picture(other))).verdict, 'fail');
  }
  assert.equal(appearance(png(picture(swapped))).breaches[0]?.code, 'rendered-looks-different');
  expectFinding(appearance(png(picture(negative))), 'WADO-RS-073', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('rendered-inverted', { kind: 'exchange' }, { name: 'square', likeness: -1, least: 0.9 })],
  });
});

test('WADO-RS-073: polarity is that of the photometric interpretation, contrast is free', () => {
  const bright = png(picture(halves([60, 60, 60], [160, 160, 160])));
  const dark = png(picture(halves([160, 160, 160], [60, 60, 60])));
  assert.equal(appearance(bright, grey('MONOCHROME2')).verdict, 'pass');
  assert.equal(appearance(dark, grey('MONOCHROME2')).verdict, 'fail');
  assert.equal(appearance(dark, grey('MONOCHROME1')).verdict, 'pass');
  assert.equal(appearance(bright, grey('MONOCHROME1')).verdict, 'fail');
});

test('WADO-RS-073: what has no single right look, or cannot be decoded, is left open', () => {
  const good = png(picture(colours));
  const unseen = 'how square has to look is not decided here';
  for (const source of [
    grey('MONOCHROME2', str('00283010', 'SQ', '')),
    grey('PALETTE COLOR'),
    instance([...shape(HEIGHT, WIDTH, 3), photometric('RGB')]),
    stored(file([BITS, ...shape(HEIGHT, WIDTH, 3), photometric('RGB'), encapsulated(Buffer.of(1, 2))], J2K), 'square'),
  ]) {
    expectFinding(appearance(good, source), 'WADO-RS-073', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: unseen,
    });
  }
  for (const body of ['x', png(picture([], 3, 3))]) {
    expectFinding(appearance(body), 'WADO-RS-073', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'a picture that is not decoded here, of another size, or of a single shade',
    });
  }
});

test('WADO-RS-073: what was done to the whole picture is told', () => {
  const reversed = (row: readonly number[]) =>
    [...row].flatMap((_, at) => (at % 3 === 0 ? [...row.slice(at, at + 3)].toReversed() : []));
  const luminance = (row: readonly number[]) =>
    [...row].flatMap((_, at) => {
      const [red = 0, green = 0, blue = 0] = row.slice(at, at + 3);
      return at % 3 === 0 ? Array<number>(3).fill(Math.round(0.299 * red + 0.587 * green + 0.114 * blue)) : [];
    });
  for (const [samples, how] of [
    [halves([20, 240, 90], [200, 30, 40]), 'mirrored'],
    [reversed(colours), 'red and blue exchanged'],
    [luminance(colours), 'in grey'],
    [halves([9, 9, 9], [9, 9, 9]), 'one shade'],
  ] as const) {
    const [told] = appearance(png(picture(samples))).breaches;
    assert.equal(told?.parameters.how, how);
  }
});

test('WADO-RS-073: a picture of one shade is left open where a window of the image makes it one', () => {
  const plain = png(picture(halves([9, 9, 9], [9, 9, 9])));
  const dark = grey('MONOCHROME2', str('00281050', 'DS', '5000'), str('00281051', 'DS', '2'));
  assert.equal(appearance(plain, dark).verdict, 'incomplete');
  assert.equal(appearance(plain, grey('MONOCHROME2')).verdict, 'fail');
});

test('without an answer no picture is judged', () => {
  const png = exchange({ requestHeaders: [['Accept', 'image/png']] }).request;
  for (const one of [failed('reset', 'gone'), { ...failed('reset', 'gone'), request: png }]) {
    for (const finding of renderedIs(one, rgb)) {
      expectFinding(finding, finding.requirement, {
        verdict: 'incomplete',
        reason: 'prerequisite-failed',
        assertions: 0,
        remark: 'X.1: reset, gone',
      });
    }
  }
});

test('a stored frame as it has to look', () => {
  const planar = instance([
    ...shape(1, 2, 3),
    photometric('RGB'),
    words('00280006', 'US', 1),
    raw('7FE00010', 'OB', [1, 2, 3, 4, 5, 6]),
  ]);
  const byPixel = instance([
    ...shape(1, 2, 3),
    photometric('RGB'),
    words('00280006', 'US', 0),
    raw('7FE00010', 'OB', [1, 3, 5, 2, 4, 6]),
  ]);
  for (const one of [planar, byPixel]) {
    const seen = storedPicture(one, 1);
    assert.deepEqual([seen?.width, seen?.height, ...(seen?.rgba ?? [])], [2, 1, 1, 3, 5, 255, 2, 4, 6, 255]);
  }
  const negative = storedPicture(grey('MONOCHROME1'), 1);
  assert.deepEqual([...(negative?.rgba.subarray(0, 4) ?? [])], [245, 245, 245, 255]);
  assert.equal(storedPicture(rgb, 2), null);
  const frames = instance([
    ...shape(1, 1, 3),
    photometric('RGB'),
    str('00280008', 'IS', '2'),
    raw('7FE00010', 'OB', [1, 2, 3, 4, 5, 6]),
  ]);
  assert.deepEqual([...(storedPicture(frames, 2)?.rgba ?? [])], [4, 5, 6, 255]);
});

test('pictures are decoded within bounds', () => {
  const decoded = decodePicture(memorySource(png(picture(colours))));
  assert.deepEqual([decoded?.width, decoded?.height, decoded?.rgba[0], decoded?.rgba[1]], [WIDTH, HEIGHT, 200, 30]);
  const lossy = decodePicture(memorySource(jpeg(picture(colours))));
  assert.deepEqual([lossy?.width, lossy?.height, lossy?.rgba.length], [WIDTH, HEIGHT, WIDTH * HEIGHT * 4]);
  const huge = png(picture(colours));
  huge.writeUInt32BE(1 << 20, 16);
  huge.writeUInt32BE(1 << 20, 20);
  assert.equal(decodePicture(memorySource(huge)), null);
  assert.equal(decodePicture(memorySource(Buffer.from('GIF89a\x07\x00\x05\x00', 'latin1'))), null);
  assert.equal(decodePicture(memorySource(jpeg(picture(colours)).subarray(0, 200))), null);
  const padded = Buffer.concat([png(picture(colours)), Buffer.alloc(64 * 2 ** 20)]);
  assert.equal(decodePicture(memorySource(padded)), null);
});

test('likeness is a correlation', () => {
  const dots = (...samples: number[]) =>
    picture(
      samples.flatMap((sample) => [sample, sample, sample]),
      samples.length,
      1,
    );
  assert.equal(likeness(dots(1, 2, 3), dots(1, 2, 3)), 1);
  assert.equal(likeness(dots(1, 2, 3), dots(10, 20, 30)), 1);
  assert.equal(likeness(dots(1, 2, 3), dots(3, 2, 1)), -1);
  assert.ok(Math.abs((likeness(dots(0, 1, 2, 3), dots(0, 2, 1, 3)) ?? 0) - 0.8) < 1e-9);
  assert.equal(likeness(dots(1, 2), dots(1, 2, 3)), null);
  assert.equal(likeness(dots(5, 5), dots(1, 2)), null);
  assert.equal(likeness(picture([], 1, 2), picture([], 2, 1)), null);
});

test('likeness of pictures of different height is none', () => {
  assert.equal(likeness(picture([1, 2, 3], 1, 1), picture([1, 2, 3, 2, 2, 2], 1, 2)), null);
});

test('samples and bits that do not fit the interpretation leave the picture undecided', () => {
  for (const [samples, interpretation, bits] of [
    [1, 'RGB', 8],
    [3, 'MONOCHROME2', 8],
    [1, 'MONOCHROME2', 16],
  ] as const) {
    const odd = instance([
      ...shape(2, 2, samples, bits),
      photometric(interpretation),
      raw('7FE00010', 'OB', Array(24).fill(7)),
    ]);
    assert.equal(storedPicture(odd, 1), null, interpretation);
  }
});

test('a picture whose samples use fewer bits than are allocated is undecided', () => {
  const seven = stored(
    file([...shape(2, 2), words('00280101', 'US', 7), photometric('MONOCHROME2'), raw('7FE00010', 'OB', [1, 2, 3, 4])]),
  );
  assert.equal(storedPicture(seven, 1), null);
});

test('planes of several rows lie one after the other', () => {
  const planar = instance([
    ...shape(2, 2, 3),
    photometric('RGB'),
    words('00280006', 'US', 1),
    raw('7FE00010', 'OB', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  ]);
  const rgba = [...(storedPicture(planar, 1)?.rgba ?? [])];
  assert.deepEqual(rgba, [1, 5, 9, 255, 2, 6, 10, 255, 3, 7, 11, 255, 4, 8, 12, 255]);
});

test('WADO-RS-060, -063: 406 for what was stored compressed is no breach, as with frames; it is one for native pixels', () => {
  const packed = stored(file([BITS, ...shape(HEIGHT, WIDTH, 3), encapsulated(Buffer.of(1, 2))], J2K), 'packed');
  const on = (id: string, status: number, accept: string, source = packed) =>
    findingOn(renderedIs(exchange({ status, requestHeaders: [['Accept', accept]] }), source), id);
  for (const [id, accept] of [
    ['WADO-RS-060', 'image/jpeg'],
    ['WADO-RS-063', 'image/png'],
    ['WADO-RS-063', 'image/gif'],
  ] as const) {
    expectFinding(on(id, 406, accept), id, {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: `packed is stored as JPEG 2000 Lossless (${J2K}), and 406 says that it is not decoded`,
    });
    assert.equal(on(id, 501, accept).verdict, 'fail');
  }
  assert.equal(on('WADO-RS-060', 406, 'image/jpeg', rgb).verdict, 'fail');
});

test('WADO-RS-060: a refusal is told by the format that alone was asked for', () => {
  const code = (status: number, accept: string) =>
    findingOn(renderedIs(exchange({ status, requestHeaders: [['Accept', accept]] }), rgb), 'WADO-RS-060').breaches[0]
      ?.code;
  assert.equal(code(406, 'image/png'), 'rendered-png-refused');
  assert.equal(code(406, 'image/gif'), 'rendered-gif-refused');
  assert.equal(code(406, 'image/jpeg'), 'rendered-not-retrieved');
  assert.equal(code(404, 'image/png'), 'rendered-not-retrieved');
});

test('an answer without a media type is no picture', () => {
  const on = (id: string, accept: string) =>
    findingOn(renderedIs(exchange({ requestHeaders: [['Accept', accept]], body: 'x' }), rgb), id);
  assert.deepEqual(on('WADO-RS-060', 'image/jpeg').breaches[0]?.parameters, { type: null });
  for (const [id, accept] of [
    ['WADO-RS-062', 'image/jpeg'],
    ['WADO-RS-063', 'image/png'],
  ] as const)
    assert.equal(on(id, accept).remark, 'no picture in the answer, as WADO-RS-060 tells: 200, 1 byte');
});
