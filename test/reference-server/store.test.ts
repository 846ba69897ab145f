import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { frame } from '../../lib/dicom/frames.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { nativeModel } from '../../lib/reference-server/native-model.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { COLUMNS, FILES, OTHER_STUDY, pixels, RED, ROWS, STORE_TYPE, STUDY, storeBody, UNKNOWN } from './corpus.ts';
import { RawClient, type RawRequest } from './raw-client.ts';

interface Module {
  readonly '00081190'?: { readonly Value?: readonly string[] };
  readonly '00081198'?: { readonly Value: readonly Record<string, { readonly Value: readonly unknown[] }>[] };
  readonly '00081199'?: { readonly Value: readonly Record<string, { readonly Value: readonly unknown[] }>[] };
  readonly '0008119A'?: { readonly Value: readonly unknown[] };
}

const SINGLE = 'application/dicom';
const OCTETS = 'multipart/related; type="application/octet-stream"';
let server: RunningServer;
let client: RawClient;

before(async () => {
  server = await startReferenceServer({ bodyLimit: 1_000_000 });
  client = new RawClient(server.baseUrl);
});
after(async () => {
  await client.close();
  await server.close();
});

function post(body: Buffer, contentType: string = STORE_TYPE, accept = 'application/dicom+json'): RawRequest {
  return { method: 'POST', accept, headers: { 'content-type': contentType }, body };
}

async function store(path: string, request: RawRequest): Promise<{ status: number; module: Module }> {
  const { status, body } = await client.send(path, request);
  return { status, module: JSON.parse(body.toString()) as Module };
}

function parts(type: string, ...bodies: readonly (readonly [head: string, body: Uint8Array | string])[]): RawRequest {
  const text = bodies.flatMap(([head, body]) => [
    Buffer.from(`--b\r\n${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
  return post(Buffer.concat([...text, Buffer.from('--b--\r\n')]), `multipart/related; type="${type}"; boundary=b`);
}

function jsonOf(file: Uint8Array, uid: string): Record<string, unknown> {
  const json = toDicomJson(readPart10(memorySource(file)).dataSet, {
    bulkDataUri: ({ tag }) => (tag === '7FE00010' ? 'pixels' : null),
  });
  return { ...json, '00080018': { vr: 'UI', Value: [uid] } };
}

test('answers 200 with the module, and names every stored instance with a URL that works', async () => {
  const { status, module } = await store('/studies', post(storeBody(FILES.red, FILES.blue)));
  assert.equal(status, 200);
  assert.equal(module['00081198'], undefined);
  const items = module['00081199']?.Value ?? [];
  assert.equal(items.length, 2);
  for (const item of items) {
    const answer = await client.send(String(item['00081190']?.Value[0]), { accept: SINGLE });
    assert.equal(answer.status, 200);
  }
});

test('answers the same to the same file again, and keeps one copy', async () => {
  const again = await store(`/studies/${STUDY}`, post(storeBody(FILES.red)));
  assert.equal(again.status, 200);
  const found = (await client.json(`/instances?SOPInstanceUID=${RED}`)) as unknown[];
  assert.equal(found.length, 1);
});

test('refuses other content under a known SOP Instance UID, and keeps what it has', async () => {
  const { status, module } = await store('/studies', post(storeBody(FILES.redOfAnotherDay)));
  assert.equal(status, 409);
  assert.deepEqual(module['00081198']?.Value[0]?.['00081197']?.Value, [0x0111]);
  const [metadata] = (await client.json(`/studies/${STUDY}/series/${STUDY}.1/metadata`)) as Record<string, unknown>[];
  assert.equal(metadata?.['0008103E'], undefined);
});

test('answers 202 when some instances belong to another study, and 409 when all do, and keeps none of those', async () => {
  assert.equal((await store(`/studies/${STUDY}`, post(storeBody(FILES.green, FILES.multiFrame)))).status, 202);
  const { status, module } = await store(`/studies/${STUDY}`, post(storeBody(FILES.multiFrame)));
  assert.equal(status, 409);
  assert.equal(module['00081199'], undefined);
  assert.equal(module['00081198']?.Value.length, 1);
  assert.equal((await client.send(`/studies/${OTHER_STUDY}/metadata`)).status, 404);
});

test('reports a part that is no DICOM file apart from the instances', async () => {
  const { status, module } = await store('/studies', post(storeBody(FILES.red, Buffer.from('no DICOM at all'))));
  assert.equal(status, 202);
  assert.equal(module['0008119A']?.Value.length, 1);
  assert.equal(module['00081198'], undefined);
});

test('refuses a file that ends early, and an unknown transfer syntax, each with its reason', async () => {
  const cut = FILES.implicit.subarray(0, FILES.implicit.length - 20);
  const reasons = [];
  for (const file of [cut, withTransferSyntax(FILES.implicit, '1.2.840.9')]) {
    const { status, module } = await store('/studies', post(storeBody(file)));
    assert.equal(status, 409);
    reasons.push(module['00081198']?.Value[0]?.['00081197']?.Value[0]);
  }
  assert.deepEqual(reasons, [0xc000, 0xc122]);
});

/** The file with another transfer syntax of at most the same length, padded by NULs. */
function withTransferSyntax(file: Uint8Array, uid: string): Uint8Array {
  const copy = Buffer.from(file);
  const at = copy.indexOf(Buffer.from('020010005549', 'hex'));
  copy.fill(0, at + 8, at + 8 + copy.readUInt16LE(at + 6)).write(uid, at + 8, 'latin1');
  return copy;
}

test('tells bad syntax from unknown media types, and both from a body that is too long', async () => {
  const statuses: number[] = [];
  const body = storeBody(FILES.red);
  for (const request of [
    post(body, 'multipart/related; type="application/dicom"'),
    post(body, 'multipart/related; type="application/dicom"; boundary=never-seen'),
    post(body.subarray(0, body.length - 30)),
    post(Buffer.alloc(0)),
    post(body, 'text/plain'),
    post(body, 'image/tiff'),
    post(Buffer.alloc(1_000_001)),
  ])
    statuses.push((await client.send('/studies', request)).status);
  assert.deepEqual(statuses, [400, 400, 400, 400, 415, 415, 413]);
});

test('takes preamble, epilogue, further part headers and an unquoted type, and a single file by itself', async () => {
  const text = Buffer.concat([
    Buffer.from('preamble\r\n--b  \r\nX-Other: 1\r\nContent-Type: application/dicom\r\nContent-ID: <1>\r\n\r\n'),
    FILES.red,
    Buffer.from('\r\n--b--\r\nepilogue'),
  ]);
  assert.equal(
    (await store('/studies', post(text, 'multipart/related; type=application/dicom; boundary="b"'))).status,
    200,
  );
  assert.equal((await store('/studies', post(Buffer.from(FILES.red), 'application/dicom'))).status, 200);
});

test('takes a boundary of two UUIDs, which is three characters longer than a sender may make it', async () => {
  const boundary = '6be3d40b-1e2d-43e6-b8f1-e6c27caffd42-6be3d40b-1e2d-43e6-b8f1-e6c27caffd42';
  const text = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`),
    FILES.red,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const type = `multipart/related; type="application/dicom"; boundary=${boundary}`;
  assert.equal((await store('/studies', post(text, type))).status, 200);
});

test('answers in XML when that is asked for', async () => {
  const answer = await client.send('/studies', post(storeBody(FILES.red), STORE_TYPE, 'application/dicom+xml'));
  assert.equal(answer.headers['content-type'], 'application/dicom+xml');
  assert.match(answer.body.toString(), /<NativeDicomModel .*keyword="ReferencedSOPSequence"/s);
});

test('stores JSON metadata with its bulk data, and refuses it when the bulk data is not there', async () => {
  const json = JSON.stringify([jsonOf(FILES.red, `${UNKNOWN}.1`)]);
  const samples = pixels(ROWS * COLUMNS * 3, 77);
  const bulk = ['Content-Type: application/octet-stream\r\nContent-Location: pixels', samples] as const;
  const metadata = ['Content-Type: application/dicom+json', json] as const;
  assert.equal((await store('/studies', parts('application/dicom+json', metadata, bulk))).status, 200);
  const url = `/studies/${STUDY}/series/${STUDY}.1/instances/${UNKNOWN}.1`;
  const { body } = await client.send(url, { accept: SINGLE });
  const { dataSet, defects } = readPart10(memorySource(body));
  assert.deepEqual(defects, []);
  assert.ok(Buffer.from(samples.subarray(0, ROWS * COLUMNS * 3)).equals(readAll(frame(dataSet, 1))));
  const orphan = JSON.stringify([jsonOf(FILES.red, `${UNKNOWN}.2`)]);
  assert.equal((await store('/studies', parts('application/dicom+json', [metadata[0], orphan]))).status, 409);
  assert.equal((await client.send(`${url.slice(0, -1)}2/metadata`)).status, 404);
});

test('stores XML metadata with its bulk data', async () => {
  const xml = nativeModel(jsonOf(FILES.multiFrame, `${UNKNOWN}.3`) as Parameters<typeof nativeModel>[0]);
  const bulk = [
    'Content-Type: application/octet-stream\r\nContent-Location: pixels',
    pixels(ROWS * COLUMNS * 9, 5),
  ] as const;
  const answer = await store(
    '/studies',
    parts('application/dicom+xml', ['Content-Type: application/dicom+xml', xml], bulk),
  );
  assert.equal(answer.status, 200);
  const url = `/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.1/instances/${UNKNOWN}.3/metadata`;
  const [metadata] = (await client.json(url)) as Record<string, { Value?: unknown[] }>[];
  assert.deepEqual(metadata?.['00100010']?.Value, [{ Alphabetic: 'Müller^Jürgen' }]);
  assert.deepEqual(metadata?.['00091001']?.Value, ['kept']);
});

test('keeps a JPEG codestream as it is, and unpacks a PNG', async () => {
  const rgba = Buffer.alloc(ROWS * COLUMNS * 4, Buffer.from([128, 128, 128, 255]));
  const stream = jpeg.encode({ width: COLUMNS, height: ROWS, data: rgba }, 80).data;
  const png = PNG.sync.write(Object.assign(new PNG({ width: COLUMNS, height: ROWS }), { data: rgba }), {
    colorType: 2,
  });
  for (const [uid, type, body] of [
    [`${UNKNOWN}.4`, 'image/jpeg', stream],
    [`${UNKNOWN}.5`, 'image/png', png],
  ] as const) {
    const json = JSON.stringify([jsonOf(FILES.red, uid)]);
    const metadata = ['Content-Type: application/dicom+json', json] as const;
    const bulk = [`Content-Type: ${type}\r\nContent-Location: pixels`, body] as const;
    assert.equal((await store('/studies', parts('application/dicom+json', metadata, bulk))).status, 200);
    const frames = `/studies/${STUDY}/series/${STUDY}.1/instances/${uid}/frames/1`;
    const accept = type === 'image/jpeg' ? 'image/jpeg' : 'application/octet-stream';
    const answer = await client.send(frames, { accept });
    const expected = type === 'image/jpeg' ? stream : Buffer.alloc(ROWS * COLUMNS * 3, 128);
    assert.ok(answer.body.subarray(0, expected.length).equals(Buffer.from(expected)), type);
    assert.equal((await client.send(frames, { accept: OCTETS })).status, 200);
  }
});
