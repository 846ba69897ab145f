import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import {
  FILES,
  MULTI_FRAME,
  OTHER_STUDY,
  RED,
  SERIES_B,
  SERIES_GR,
  STORE_TYPE,
  STUDY,
  storeBody,
  UNKNOWN,
} from './corpus.ts';
import { RawClient } from './raw-client.ts';

const DICOM = 'multipart/related; type="application/dicom"';
const OCTETS = 'multipart/related; type="application/octet-stream"';
const XML = 'multipart/related; type="application/dicom+xml"';
const EXPLICIT = '1.2.840.10008.1.2.1';
const red = `/studies/${STUDY}/series/${SERIES_GR}/instances/${RED}`;
const implicit = `/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.2/instances/${OTHER_STUDY}.2.1`;
const multiFrame = `/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.1/instances/${MULTI_FRAME}`;
const lossless = '2.25.70';
const j2k = `/studies/${lossless}/series/${lossless}.1/instances/${lossless}.1.1`;
const rle = `/studies/${lossless}/series/${lossless}.1/instances/${lossless}.1.2`;

function compressed(number: number, transferSyntax: string, frame: Uint8Array): Uint8Array {
  return writePart10({
    transferSyntax,
    encodedFrames: [Uint8Array.from(frame)],
    dataSet: {
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
      SOPInstanceUID: `${lossless}.1.${number}`,
      StudyInstanceUID: lossless,
      SeriesInstanceUID: `${lossless}.1`,
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      Rows: 2,
      Columns: 4,
      BitsAllocated: 16,
      BitsStored: 16,
      HighBit: 15,
      PixelRepresentation: 0,
    },
  });
}

/** Eight pixels 0x0102: two segments, each a run of eight equal bytes (PS3.5 Annex G). */
function rleFrame(): Buffer {
  const header = Buffer.alloc(64);
  [2, 64, 66].forEach((value, index) => {
    header.writeUInt32LE(value, index * 4);
  });
  return Buffer.concat([header, Buffer.from([249, 0x01, 249, 0x02])]);
}

let server: RunningServer;
let client: RawClient;

before(async () => {
  server = await startReferenceServer();
  client = new RawClient(server.baseUrl);
  const files = [
    ...[FILES.blue, FILES.red, FILES.green, FILES.multiFrame, FILES.implicit],
    compressed(1, '1.2.840.10008.1.2.4.90', Buffer.from('no real codestream')),
    compressed(2, '1.2.840.10008.1.2.5', rleFrame()),
  ];
  const answer = await client.send('/studies', {
    method: 'POST',
    headers: { 'content-type': STORE_TYPE },
    body: storeBody(...files),
  });
  assert.equal(answer.status, 200, answer.body.toString());
});
after(async () => {
  await client.close();
  await server.close();
});

async function status(path: string, accept: string | null = '*/*'): Promise<number> {
  return (await client.send(path, { accept })).status;
}

/** Transfer syntax of a single instance as it comes back. */
async function syntaxOf(path: string, parameter: string): Promise<string> {
  const { body } = await client.send(path, { accept: `application/dicom${parameter}` });
  return readPart10(memorySource(body)).transferSyntax;
}

test('gives back the stored file byte by byte', async () => {
  const { body, headers } = await client.send(red, { accept: 'application/dicom' });
  assert.ok(body.equals(Buffer.from(FILES.red)));
  assert.equal(headers['content-type'], `application/dicom; transfer-syntax=${EXPLICIT}`);
  assert.equal(headers['content-location'], server.baseUrl + red);
});

test('never sends Implicit VR Little Endian, and changes nothing but the encoding', async () => {
  for (const parameter of ['', '; transfer-syntax=*', `; transfer-syntax=${EXPLICIT}`])
    assert.equal(await syntaxOf(implicit, parameter), EXPLICIT);
  assert.equal(await status(implicit, 'application/dicom; transfer-syntax=1.2.840.10008.1.2'), 406);
  const { body } = await client.send(implicit, { accept: 'application/dicom' });
  const sent = readPart10(memorySource(body));
  assert.deepEqual(sent.defects, []);
  const stored = readPart10(memorySource(FILES.implicit));
  assert.deepEqual(toDicomJson(sent.dataSet), toDicomJson(stored.dataSet));
});

test('decodes what it can when no syntax or Explicit VR Little Endian is asked for', async () => {
  assert.equal(await syntaxOf(rle, ''), EXPLICIT);
  assert.equal(await syntaxOf(rle, '; transfer-syntax=*'), '1.2.840.10008.1.2.5');
  const { body } = await client.send(`${rle}/frames/1`, { accept: 'application/octet-stream' });
  assert.equal(body.toString('hex'), '0201'.repeat(8));
});

test('keeps what it cannot decode as stored, and answers 406 when it is wanted otherwise', async () => {
  assert.equal(await syntaxOf(j2k, '; transfer-syntax=1.2.840.10008.1.2.4.90'), '1.2.840.10008.1.2.4.90');
  assert.equal(await status(j2k, `application/dicom; transfer-syntax=${EXPLICIT}`), 406);
  assert.equal(await status(`/studies/${lossless}`, `${DICOM}; transfer-syntax=${EXPLICIT}`), 406);
  assert.equal(await status(`${j2k}/frames/1`, OCTETS), 406);
  const { body, headers } = await client.send(`${j2k}/frames/1`, { accept: 'image/jp2' });
  assert.equal(body.toString(), 'no real codestream');
  assert.equal(headers['content-type'], 'image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90');
});

test('chooses among acceptable types by weight, precision and case as HTTP has it', async () => {
  const metadata = `${red}/metadata`;
  const type = async (accept: string, path = metadata): Promise<string> =>
    String((await client.send(path, { accept })).headers['content-type']).split(';')[0] ?? '';
  assert.equal(await type('*/*'), 'application/dicom+json');
  assert.equal(await type('application/*'), 'application/dicom+json');
  assert.equal(await type('Application/DICOM+JSON'), 'application/dicom+json');
  assert.equal(await type('application/x-none, application/dicom+json'), 'application/dicom+json');
  assert.equal(await type(`application/dicom+json;q=0.1, ${XML};q=0.9`), 'multipart/related');
  assert.equal(await type(`application/dicom+json;q=0.9, ${XML};q=0.1`), 'application/dicom+json');
  assert.equal(await type('application/dicom+json;q=0, */*;q=0.5'), 'multipart/related');
  assert.equal(await type('*/*', `${metadata}?accept=${encodeURIComponent(XML)}`), 'multipart/related');
  assert.equal(await type('multipart/related; type=application/dicom', red), 'multipart/related');
  assert.equal(await type('*/*', red), 'multipart/related');
});

test('answers 406 where nothing acceptable can be made, and 400 to categories mixed', async () => {
  assert.equal(await status(`${red}/metadata`, 'application/x-none'), 406);
  assert.equal(await status(`${red}/metadata`, null), 406);
  assert.equal(await status(`/studies/${STUDY}`, 'application/dicom'), 406);
  assert.equal(await status(red, `${DICOM}; transfer-syntax=1.2.840.10008.1.2.4.106`), 406);
  assert.equal(await status(red, `${DICOM}; transfer-syntax=1.2.840.10008.1.2.4.106, */*;q=0.1`), 200);
  assert.equal(await status(`${red}/rendered`, 'text/html, application/dicom+json'), 400);
});

test('knows what is not there from what is not a path', async () => {
  const statuses = [];
  for (const path of [
    `/studies/${UNKNOWN}`,
    `/studies/${UNKNOWN}/metadata`,
    `/studies/${STUDY}/series/${SERIES_B}/instances/${RED}`,
    `/studies/${OTHER_STUDY}/series/${SERIES_GR}/metadata`,
    '/studies/not-a-uid/metadata',
    '/studies/1..2/metadata',
    `/studies/1.${'2'.repeat(70)}/metadata`,
    '/studies/%zz',
    '/patients',
    `${red}/frames/0`,
    `${red}/frames/abc`,
    `${red}/frames/2`,
    `${red}/bulkdata/00100010/0/00100020`,
  ])
    statuses.push(await status(path));
  assert.deepEqual(statuses, [404, 404, 404, 404, 400, 400, 400, 400, 404, 400, 400, 404, 404]);
});

test('sends the frames of a list in its order, %2C or not, and single frames bare', async () => {
  const listed = await client.send(`${multiFrame}/frames/3,1`, { accept: OCTETS });
  const locations = listed.body.toString('latin1').match(/Content-Location: .*\/frames\/\d/g) ?? [];
  assert.deepEqual(
    locations.map((line) => line.at(-1)),
    ['3', '1'],
  );
  assert.equal(await status(`${multiFrame}/frames/1%2C2`, OCTETS), 200);
  assert.equal(await status(`${multiFrame}/frames/1,2`, 'application/octet-stream'), 406);
  assert.equal(await status(`${multiFrame}/frames/1,99`, OCTETS), 404);
});

test('answers 304 without a body to the ETag of metadata in JSON, which each type has of its own', async () => {
  const ask = (accept: string, known = '"other"') =>
    client.send(`${red}/metadata`, { accept, headers: { 'if-none-match': known } });
  const { status, headers } = await ask('application/dicom+json');
  const etag = String(headers.etag);
  assert.match(etag, /^"[0-9a-f]{64}"$/);
  assert.equal(status, 200);
  for (const known of [etag, `"other", W/${etag}`, '*']) {
    const again = await ask('application/dicom+json', known);
    assert.deepEqual([again.status, again.headers.etag, again.body.length], [304, etag, 0], known);
    assert.equal(again.headers['content-location'], headers['content-location']);
  }
  assert.equal((await ask('application/json', etag)).status, 200);
  assert.equal((await ask(XML)).headers.etag, undefined);
});

test('answers HEAD without a body, a range with 206, and an unknown method with 405 and Allow', async () => {
  const get = await client.send(red, { accept: 'application/dicom' });
  const head = await client.send(red, { accept: 'application/dicom', method: 'HEAD' });
  assert.equal(head.body.length, 0);
  assert.equal(head.headers['content-length'], get.headers['content-length']);
  const range = (value: string) => client.send(red, { accept: 'application/dicom', headers: { range: value } });
  const part = await range('bytes=128-131');
  assert.deepEqual([part.status, part.body.toString()], [206, 'DICM']);
  assert.equal(part.headers['content-range'], `bytes 128-131/${get.body.length}`);
  assert.equal((await range('bytes=-4')).body.length, 4);
  assert.equal((await range('bytes=99999999-')).status, 416);
  for (const [path, method] of [
    ['/studies', 'PATCH'],
    [`${red}/metadata`, 'PUT'],
  ] as const) {
    const answer = await client.send(path, { method });
    assert.equal(answer.status, 405);
    assert.match(String(answer.headers.allow), /GET/);
  }
});

test('describes itself, to other origins too', async () => {
  const wadl = await client.send('/', { method: 'OPTIONS', accept: 'application/vnd.sun.wadl+xml' });
  assert.equal(wadl.headers['content-type'], 'application/vnd.sun.wadl+xml');
  assert.ok(wadl.body.toString().includes(`<resources base="${server.baseUrl}/">`));
  const json = await client.send('/', { method: 'OPTIONS', accept: 'application/json' });
  assert.equal(JSON.parse(json.body.toString()).application.resources[0]['@base'], `${server.baseUrl}/`);
  const preflight = { origin: 'https://viewer.invalid', 'access-control-request-method': 'GET' };
  const answer = await client.send('/studies', { method: 'OPTIONS', headers: preflight, accept: null });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  const own = { ...preflight, 'access-control-request-headers': 'x-requested-with,traceparent' };
  const more = await client.send('/studies', { method: 'OPTIONS', headers: own, accept: null });
  assert.match(String(more.headers['access-control-allow-headers']), /Authorization.*x-requested-with,traceparent/);
});

test('hands out URLs that lead back to it, even to a client that leaves the port out of Host', async () => {
  const [metadata] = (await client.json(`${red}/metadata`, { headers: { host: '127.0.0.1' } })) as {
    readonly '7FE00010': { readonly BulkDataURI: string };
  }[];
  assert.ok(metadata?.['7FE00010'].BulkDataURI.startsWith(`${server.baseUrl}/studies/`));
});

test('lets no cache take an answer for another one', async () => {
  for (const path of [`${red}/metadata`, '/studies', `/studies/${UNKNOWN}`]) {
    const { headers } = await client.send(path);
    assert.deepEqual([headers['cache-control'], headers.vary], ['no-cache', 'Accept'], path);
  }
});

test('hands out URLs that lead to the reverse proxy which says where it is reached', async () => {
  const urlFor = async (headers: Record<string, string>): Promise<string> => {
    const [metadata] = (await client.json(`${red}/metadata`, { headers })) as {
      readonly '7FE00010': { readonly BulkDataURI: string };
    }[];
    return metadata?.['7FE00010'].BulkDataURI.split('/studies/')[0] ?? '';
  };
  const proxy = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'pacs.example',
    'x-forwarded-prefix': '/imaging',
  };
  assert.equal(await urlFor(proxy), 'https://pacs.example/imaging/dicom-web');
  const nonsense = { 'x-forwarded-proto': 'ftp', 'x-forwarded-host': 'a b', 'x-forwarded-prefix': '//"' };
  assert.equal(await urlFor(nonsense), server.baseUrl);
});

test('wants the credentials that it was given, for every resource alike', async () => {
  for (const [credentials, right] of [
    [{ kind: 'bearer', token: 'secret' }, 'Bearer secret'],
    [{ kind: 'basic', user: 'u', password: 'p' }, `Basic ${Buffer.from('u:p').toString('base64')}`],
  ] as const) {
    const closed = await startReferenceServer({ credentials });
    const other = new RawClient(closed.baseUrl);
    const bodies = new Set<string>();
    for (const path of ['/studies', `${red}/metadata`, `/studies/${UNKNOWN}`, '/nothing', '/']) {
      const answer = await other.send(path, { headers: { authorization: `${right}x` } });
      assert.equal(answer.status, 401);
      assert.match(String(answer.headers['www-authenticate']), /^(Bearer|Basic) /);
      bodies.add(answer.body.toString());
    }
    assert.equal(bodies.size, 1);
    assert.equal((await other.send('/studies', { headers: { authorization: right } })).status, 200);
    await other.close();
    await closed.close();
  }
});
