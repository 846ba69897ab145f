import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { skipWithout } from '../support/tools.ts';
import { STORE_TYPE, storeBody } from './corpus.ts';
import { RawClient } from './raw-client.ts';

const STUDY = '2.25.55';
const SIZE = 16;
/** A ramp from left to right. */
const RAMP = Uint8Array.from({ length: SIZE * SIZE }, (_, at) => (at % SIZE) * 17);
let server: RunningServer;
let client: RawClient;

type Attributes = Parameters<typeof writePart10>[0]['dataSet'];

function picture(number: number, photometricInterpretation: string, attributes: Attributes): Uint8Array {
  return writePart10({
    dataSet: {
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
      SOPInstanceUID: `${STUDY}.1.${number}`,
      StudyInstanceUID: STUDY,
      SeriesInstanceUID: `${STUDY}.1`,
      PatientName: 'Doe^Jane',
      SamplesPerPixel: 1,
      PhotometricInterpretation: photometricInterpretation,
      Rows: SIZE,
      Columns: SIZE,
      BitsAllocated: 8,
      BitsStored: 8,
      HighBit: 7,
      PixelRepresentation: 0,
      ...attributes,
    },
  });
}

/** Each grey of the ramp as a colour of three samples. */
function colours(ofGrey: (grey: number) => readonly [number, number, number]): Uint8Array {
  return Uint8Array.from([...RAMP].flatMap(ofGrey));
}

/** 16-bit little-endian words. */
function words(values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 255, (value >> 8) & 255]));
}

const PALETTE = words(Array.from({ length: 256 }, (_, index) => index * 257));
const COLOUR = { SamplesPerPixel: 3, PlanarConfiguration: 0 };
const FILES = [
  picture(1, 'MONOCHROME2', { PixelData: RAMP }),
  picture(2, 'MONOCHROME1', { PixelData: RAMP }),
  picture(3, 'RGB', { ...COLOUR, PixelData: colours((grey) => [grey, 0, 255 - grey]) }),
  picture(4, 'YBR_FULL', { ...COLOUR, PixelData: colours((grey) => [grey, 128, 128]) }),
  picture(5, 'PALETTE COLOR', {
    RedPaletteColorLookupTableDescriptor: { vr: 'US', values: [256, 0, 16] },
    GreenPaletteColorLookupTableDescriptor: { vr: 'US', values: [256, 0, 16] },
    BluePaletteColorLookupTableDescriptor: { vr: 'US', values: [256, 0, 16] },
    RedPaletteColorLookupTableData: { vr: 'OW', values: [PALETTE] },
    GreenPaletteColorLookupTableData: { vr: 'OW', values: [PALETTE] },
    BluePaletteColorLookupTableData: { vr: 'OW', values: [PALETTE] },
    PixelData: RAMP,
  }),
  picture(6, 'MONOCHROME2', {
    BitsAllocated: 16,
    BitsStored: 12,
    HighBit: 11,
    PixelRepresentation: 1,
    RescaleIntercept: '-1000',
    RescaleSlope: '2',
    WindowCenter: '40',
    WindowWidth: '400',
    PixelData: { vr: 'OW', values: [words([...RAMP].map((grey) => grey * 4))] },
  }),
];

before(async () => {
  server = await startReferenceServer();
  client = new RawClient(server.baseUrl);
  await client.send('/studies', { method: 'POST', headers: { 'content-type': STORE_TYPE }, body: storeBody(...FILES) });
});
after(async () => {
  await client.close();
  await server.close();
});

function path(number: number, rest = ''): string {
  return `/studies/${STUDY}/series/${STUDY}.1/instances/${STUDY}.1.${number}/rendered${rest}`;
}

/** Red, green and blue of the first row, from a PNG, which loses nothing. */
async function row(number: number, parameters = ''): Promise<(readonly [number, number, number])[]> {
  const { status, body } = await client.send(path(number, parameters), { accept: 'image/png' });
  assert.equal(status, 200, body.toString());
  const { width, data } = PNG.sync.read(body);
  return Array.from(
    { length: width },
    (_, x) => [data[x * 4] ?? 0, data[x * 4 + 1] ?? 0, data[x * 4 + 2] ?? 0] as const,
  );
}

test('renders every photometric interpretation with the right polarity and hue', async () => {
  const grey = Array.from({ length: SIZE }, (_, x) => x * 17);
  assert.deepEqual(
    await row(1),
    grey.map((value) => [value, value, value]),
  );
  assert.deepEqual(
    await row(2),
    grey.map((value) => [255 - value, 255 - value, 255 - value]),
  );
  assert.deepEqual(
    await row(3),
    grey.map((value) => [value, 0, 255 - value]),
  );
  assert.deepEqual(
    await row(4),
    grey.map((value) => [value, value, value]),
  );
  assert.deepEqual(
    await row(5),
    grey.map((value) => [value, value, value]),
  );
});

test('applies rescale and window, its own and one that is asked for', async () => {
  const own = (await row(6)).map(([value]) => value);
  assert.equal(own[0], 0);
  assert.equal(own.at(-1), 255);
  assert.notDeepEqual(
    own,
    (await row(6, '?window=0,4000,linear')).map(([value]) => value),
  );
  const exact = (await row(6, '?window=-1000,2,linear-exact')).map(([value]) => value);
  assert.deepEqual([exact[0], exact[1]], [128, 255]);
});

test('fits the viewport without distortion, and crops and mirrors the source', async () => {
  const sized = async (parameters: string): Promise<number[]> => {
    const { width, height } = PNG.sync.read((await client.send(path(1, parameters), { accept: 'image/png' })).body);
    return [width, height];
  };
  assert.deepEqual(await sized(''), [SIZE, SIZE]);
  assert.deepEqual(await sized('?viewport=128,64'), [64, 64]);
  assert.deepEqual(await sized('?viewport=8,8,0,0,16,8'), [8, 4]);
  const right = (await row(1, '?viewport=8,8,8,8,8,8')).map(([value]) => value);
  assert.deepEqual(right, [136, 153, 170, 187, 204, 221, 238, 255]);
  const mirrored = (await row(1, '?viewport=8,8,8,8,-8,8')).map(([value]) => value);
  assert.deepEqual(mirrored, right.reverse());
});

test('writes a baseline JPEG by default, of the quality asked for, and burns annotations in', async () => {
  const plain = await client.send(path(1));
  assert.equal(plain.headers['content-type'], 'image/jpeg');
  assert.ok(plain.body.includes(Buffer.from([0xff, 0xc0])), 'no SOF0');
  assert.equal(jpeg.decode(plain.body).width, SIZE);
  const coarse = await client.send(path(1, '?quality=1'));
  assert.ok(coarse.body.length < plain.body.length);
  assert.notDeepEqual(await row(1, '?annotation=patient'), await row(1));
});

test('refuses parameters that are not allowed with 400', async () => {
  const refused = ['viewport=abc', 'viewport=100', 'viewport=0,0', 'viewport=8,8,10,10,10,10', 'window=40,400'];
  const more = [
    'window=40,400,xyz',
    'window=a,b,linear',
    'quality=0',
    'quality=101',
    'quality=abc',
    'annotation=xyz',
    'annotation=',
  ];
  for (const parameter of [...refused, ...more])
    assert.equal((await client.send(path(1, `?${parameter}`))).status, 400, parameter);
});

test('renders series in parts, and shows one small picture for each level', async () => {
  const series = `/studies/${STUDY}/series/${STUDY}.1`;
  const { headers, body } = await client.send(`${series}/rendered`, { accept: 'multipart/related; type="image/jpeg"' });
  assert.match(String(headers['content-type']), /^multipart\/related; type="image\/jpeg"/);
  assert.equal(body.toString('latin1').match(/Content-Type: image\/jpeg/g)?.length, FILES.length);
  assert.equal((await client.send(`${series}/rendered`, { accept: 'image/jpeg' })).status, 406);
  const instance = `${series}/instances/${STUDY}.1.1`;
  for (const resource of [`/studies/${STUDY}`, series, instance, `${instance}/frames/1`]) {
    const answer = await client.send(`${resource}/thumbnail?viewport=8,4`);
    const { width, height } = jpeg.decode(answer.body);
    assert.deepEqual([width, height], [4, 4]);
  }
  assert.equal((await client.send(`${instance}/thumbnail?viewport=8,8,0,0,4,4`)).status, 400);
});

test('writes GIFs that another program reads', { skip: skipWithout('chromium') }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gif-'));
  try {
    const { body, headers } = await client.send(path(3), { accept: 'image/gif' });
    assert.equal(headers['content-type'], 'image/gif');
    const page = `<body style="margin:0"><canvas id=c width=${SIZE} height=${SIZE}></canvas><img id=i src="data:image/gif;base64,${body.toString('base64')}"><script>i.decode().then(() => { const d = c.getContext('2d'); d.drawImage(i, 0, 0); document.body.innerHTML = 'first ' + d.getImageData(0, 0, 1, 1).data + ' last ' + d.getImageData(${SIZE - 1}, ${SIZE - 1}, 1, 1).data })</script>`;
    writeFileSync(join(folder, 'page.html'), page);
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=2000', '--dump-dom'];
    const dom = execFileSync('chromium', [...args, `file://${folder}/page.html`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    assert.match(
      dom.toString(),
      /first 0,0,255,255 last 255,0,0,255/,
      readFileSync(join(folder, 'page.html'), 'utf8').slice(0, 80),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
