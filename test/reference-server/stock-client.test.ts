import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import dicomwebClient from 'dicomweb-client';
import jpeg from 'jpeg-js';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { openInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import { renderedIs } from '../../lib/judges/rendered/picture.ts';
import { isServedAsOctetStream } from '../../lib/judges/retrieve/bulkdata.ts';
import { framesAre } from '../../lib/judges/retrieve/frames.ts';
import { metadataIsRight } from '../../lib/judges/retrieve/metadata.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { storeResponseIsRight } from '../../lib/judges/store/module.ts';
import { storeOutcomeOf } from '../../lib/judges/store/outcome.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import { isProperAnswer } from '../../scenarios/steps/proper-answer.ts';
import { resultsAreRight } from '../../scenarios/steps/search-results.ts';
import { instancesAreReturned } from '../../scenarios/tutorial/retrieve.ts';
import { exchange } from '../judges/exchanges.ts';
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

/** What one call of the client sent and was answered. */
async function exchangeOf(operation: string, call: () => Promise<unknown>): Promise<Exchange> {
  const before = XmlHttpRequest.recorded.length;
  await call();
  const [recorded, ...others] = XmlHttpRequest.recorded.slice(before);
  assert.ok(recorded && others.length === 0, `${operation} is one request`);
  return exchange({ id: operation, operation, ...recorded });
}

test('what a client by others asks for is answered as the judges have it', async () => {
  const opened = (['blue', 'red', 'green', 'multiFrame'] as const).map((name) =>
    openInstance(memorySource(FILES[name]), name),
  );
  const ofStudy = opened.filter(({ study }) => study === STUDY);
  const stored = ofStudy.find(({ instance }) => instance === RED);
  const frames = opened.find(({ instance }) => instance === MULTI_FRAME);
  assert.ok(stored && frames && ofStudy.length === 3);
  const study = { studyInstanceUID: STUDY };
  const framesPath = {
    ...{ studyInstanceUID: frames.study, seriesInstanceUID: frames.series, sopInstanceUID: frames.instance },
    frameNumbers: [1, 3],
  };
  const [metadata] = await client.retrieveInstanceMetadata(red);
  const uri = metadata?.['7FE00010']?.BulkDataURI ?? '';
  const store = await exchangeOf('store', () => client.storeInstances({ datasets: [exact(FILES.red)] }));
  const retrieved = await exchangeOf('retrieve study', () => client.retrieveStudy(study));
  const described = await exchangeOf('retrieve metadata', () => client.retrieveStudyMetadata(study));
  const bulk = await exchangeOf('retrieve bulkdata', () => client.retrieveBulkData({ BulkDataURI: uri }));
  const framed = await exchangeOf('retrieve frames', () => client.retrieveInstanceFrames(framesPath));
  const mediaTypes = [{ mediaType: 'image/jpeg' }];
  const rendered = await exchangeOf('retrieve rendered', () => client.retrieveInstanceRendered({ ...red, mediaTypes }));
  const found = await exchangeOf('search instances', () => client.searchForInstances(study));
  const findings: readonly Finding[] = [
    ...isProperAnswer(store, retrieved, described, bulk, framed, rendered, found),
    ...storeResponseIsRight(store, storeOutcomeOf(store, [stored])),
    ...instancesAreReturned(retrieved, 'study', ofStudy),
    ...metadataIsRight(described, ofStudy),
    ...dicomJsonIsRight(described, ofStudy),
    ...multipartIsWellFormed(bulk),
    isServedAsOctetStream(bulk),
    ...multipartIsWellFormed(framed),
    ...framesAre(framed, frames, [1, 3]),
    ...renderedIs(rendered, stored),
    ...resultsAreRight(
      found,
      expectedSearch(ofStudy, { level: 'instances', study: STUDY }, []),
      loadProfile('standard'),
    ),
  ];
  const told = findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  assert.deepEqual(
    told.map(({ requirement, breaches }) => [requirement, breaches[0]?.code]),
    [],
  );
  const passed = new Set(findings.flatMap(({ requirement, verdict }) => (verdict === 'pass' ? [requirement] : [])));
  for (const id of ['STOW-016', 'WADO-RS-001', 'WADO-RS-033', 'WADO-RS-040', 'WADO-RS-058', 'WADO-RS-060', 'QIDO-028'])
    assert.ok(passed.has(id), id);
});
