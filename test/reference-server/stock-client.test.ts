import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import dicomwebClient from 'dicomweb-client';
import jpeg from 'jpeg-js';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { COLUMNS, FILES, MULTI_FRAME, OTHER_STUDY, pixels, RED, ROWS, SERIES_GR, STUDY } from './corpus.ts';
import { XmlHttpRequest } from './xml-http-request.ts';

Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest });

type JsonDataSet = Record<string, { Value?: unknown[]; BulkDataURI?: string }>;
interface Path {
  studyInstanceUID: string;
  seriesInstanceUID?: string;
  sopInstanceUID?: string;
}
/** What is used of the client. Its own declarations ask for options that its documentation calls optional. */
interface StockClient {
  storeInstances(options: { datasets: ArrayBuffer[]; studyInstanceUID?: string }): Promise<unknown>;
  searchForStudies(options: { queryParams: Record<string, string> }): Promise<JsonDataSet[]>;
  searchForSeries(options: Path): Promise<JsonDataSet[]>;
  searchForInstances(options: Path): Promise<JsonDataSet[]>;
  retrieveStudy(options: Path): Promise<ArrayBuffer[]>;
  retrieveSeries(options: Path): Promise<ArrayBuffer[]>;
  retrieveInstance(options: Path): Promise<ArrayBuffer>;
  retrieveStudyMetadata(options: Path): Promise<JsonDataSet[]>;
  retrieveInstanceMetadata(options: Path): Promise<JsonDataSet[]>;
  retrieveBulkData(options: { BulkDataURI: string }): Promise<ArrayBuffer[]>;
  retrieveInstanceFrames(options: Path & { frameNumbers: number[] }): Promise<ArrayBuffer[]>;
  retrieveInstanceRendered(options: Path & { mediaTypes: { mediaType: string }[] }): Promise<ArrayBuffer[]>;
}

const FRAME_BYTES = ROWS * COLUMNS * 3;
const red = { studyInstanceUID: STUDY, seriesInstanceUID: SERIES_GR, sopInstanceUID: RED };
let server: RunningServer;
let client: StockClient;

function exact(file: Uint8Array): ArrayBuffer {
  return Uint8Array.from(file).buffer;
}

before(async () => {
  server = await startReferenceServer();
  const options = { url: server.baseUrl, verbose: false, singlepart: '' };
  client = new dicomwebClient.api.DICOMwebClient(options) as unknown as StockClient;
  await client.storeInstances({ datasets: [exact(FILES.blue), exact(FILES.multiFrame)] });
  await client.storeInstances({ studyInstanceUID: STUDY, datasets: [exact(FILES.red), exact(FILES.green)] });
});
after(() => server.close());

test('a client by others finds what it stored', async () => {
  const studies = await client.searchForStudies({ queryParams: { PatientName: 'Müller*' } });
  assert.deepEqual(
    studies.map((study) => study['0020000D']?.Value),
    [[OTHER_STUDY]],
  );
  assert.equal((await client.searchForSeries({ studyInstanceUID: STUDY })).length, 2);
  assert.equal((await client.searchForInstances({ studyInstanceUID: STUDY, seriesInstanceUID: SERIES_GR })).length, 2);
});

test('a client by others gets back the files that it stored', async () => {
  assert.equal((await client.retrieveStudy({ studyInstanceUID: STUDY })).length, 3);
  assert.equal((await client.retrieveSeries({ studyInstanceUID: STUDY, seriesInstanceUID: SERIES_GR })).length, 2);
  const file = Buffer.from(await client.retrieveInstance(red));
  assert.deepEqual(file, Buffer.from(FILES.red));
});

test('a client by others follows metadata to the bulk data', async () => {
  const [metadata] = await client.retrieveInstanceMetadata(red);
  assert.equal((await client.retrieveStudyMetadata({ studyInstanceUID: STUDY })).length, 3);
  const [value] = await client.retrieveBulkData({ BulkDataURI: metadata?.['7FE00010']?.BulkDataURI ?? '' });
  assert.deepEqual(new Uint8Array(value ?? new ArrayBuffer(0)), pixels(FRAME_BYTES, 2));
});

test('a client by others gets the frames that it asks for', async () => {
  const path = { studyInstanceUID: OTHER_STUDY, seriesInstanceUID: `${OTHER_STUDY}.1`, sopInstanceUID: MULTI_FRAME };
  const frames = await client.retrieveInstanceFrames({ ...path, frameNumbers: [1, 3] });
  const whole = pixels(FRAME_BYTES * 3, 9);
  assert.deepEqual(
    frames.map((frame) => new Uint8Array(frame)),
    [whole.subarray(0, FRAME_BYTES), whole.subarray(FRAME_BYTES * 2, FRAME_BYTES * 3)],
  );
});

test('a client by others sees a rendered picture of the right size', async () => {
  const [rendered] = await client.retrieveInstanceRendered({ ...red, mediaTypes: [{ mediaType: 'image/jpeg' }] });
  const { width, height } = jpeg.decode(new Uint8Array(rendered ?? new ArrayBuffer(0)));
  assert.deepEqual([width, height], [COLUMNS, ROWS]);
});
