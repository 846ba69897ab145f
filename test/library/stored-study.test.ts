import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { Part10Error } from '../../lib/dicom/part10.ts';
import { remainsByStudy } from '../../lib/library/annotate-remains.ts';
import { bytesOf, jsonOf, UnreadableBody } from '../../lib/library/bodies.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { framesOf, instancesOf, openInstance, partsOf } from '../../lib/library/instances.ts';
import { StudyNotStored, storeStudy } from '../../lib/library/stored-study.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { SMALL } from './small.ts';

const dataset = tutorialDataset(SMALL);

async function studiesOn(client: DicomWebClient): Promise<number> {
  const exchange = await client.search({ level: 'studies' });
  return exchange.response?.status === 204 ? 0 : (jsonOf(exchange) as unknown[]).length;
}

test('a study is stored under fresh UIDs, and nothing but it is removed', async (t) => {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => client.close());
  await client.store(dataset.instances);
  const [one, other] = [await storeStudy(client, dataset), await storeStudy(client, dataset)];
  assert.equal(new Set([dataset.study, one.study, other.study]).size, 3);
  assert.equal(await studiesOn(client), 3);
  assert.deepEqual(await one.remove(), []);
  assert.equal(await studiesOn(client), 2);
  assert.equal((await client.retrieveStudy(one)).response?.status, 404);
  assert.equal((await client.retrieveStudy({ study: dataset.study })).response?.status, 200);
  assert.deepEqual(await other.remove(), []);
});

test('what the server does not delete is told, instance by instance', async (t) => {
  const server = await startReferenceServer({ faults: ['fake-delete'] });
  t.after(() => server.close());
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => client.close());
  const study = await storeStudy(client, dataset);
  const remains = await study.remove();
  assert.equal(remains.length, dataset.instances.length);
  const told = remainsByStudy(remains);
  assert.equal(told.length, 1);
  assert.ok(told[0]?.startsWith(`study ${study.study}, ${remains.length} instances: `), told[0]);
  for (const { studyInstanceUid, why } of remains) {
    assert.equal(studyInstanceUid, study.study);
    assert.notEqual(why, '');
  }
});

test('a server that stores nothing, or is none, is said to', async (t) => {
  const server = await startReferenceServer({ bodyLimit: 100 });
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => client.close());
  await assert.rejects(storeStudy(client, dataset), (error) => {
    assert.ok(error instanceof StudyNotStored);
    assert.match(error.message, /it answered 413/);
    assert.deepEqual(error.remains, []);
    return true;
  });
  await server.close();
  await assert.rejects(storeStudy(client, dataset), StudyNotStored);
  assert.throws(() => bytesOf({ ...clientFailure(client) }), UnreadableBody);
});

function clientFailure({ exchanges }: DicomWebClient) {
  const [exchange] = exchanges;
  assert.ok(exchange);
  return { ...exchange, response: null };
}

test('instances, frames, bulk data and thumbnails are read from answers', async (t) => {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => client.close());
  const study = await storeStudy(client, dataset);
  const found = instancesOf(await client.retrieveStudy(study));
  assert.deepEqual(
    found.map(({ instance }) => instance).sort(),
    study.dataset.instances.map(({ instance }) => instance).sort(),
  );
  const sample = found.find(({ instance }) => instance === study.sample.instance);
  assert.ok(sample);
  const [frame, ...others] = framesOf(sample);
  assert.deepEqual(others, []);
  const [part] = partsOf(await client.retrieveFrames(study.sample, [1]));
  assert.match(part?.contentType ?? '', /^application\/octet-stream/);
  assert.deepEqual(part?.bytes, frame);
  const metadata = jsonOf(await client.retrieveMetadata(study.sample)) as Record<string, { BulkDataURI?: string }>[];
  const uri = metadata[0]?.['7FE00010']?.BulkDataURI;
  assert.ok(uri);
  assert.deepEqual(partsOf(await client.retrieveBulkData({ ...study.sample, uri }))[0]?.bytes, frame);
  assert.ok(partsOf(await client.retrieveBulkData(study.sample)).length > 0);
  const thumbnail = await client.retrieveThumbnail(study.sample);
  assert.deepEqual([...bytesOf(thumbnail).subarray(0, 2)], [0xff, 0xd8], 'a JPEG');
  assert.equal(openInstance(sample.source.read(0, sample.source.length)).instance, sample.instance);
  assert.throws(() => instancesOf(thumbnail), Part10Error);
  assert.deepEqual(await study.remove(), []);
});

test('the bytes that were stored come back', async (t) => {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => client.close());
  const study = await storeStudy(client, dataset);
  const exchange = await client.retrieveInstance(study.sample, { accept: 'application/dicom' });
  const stored = study.dataset.instances.find(({ instance }) => instance === study.sample.instance);
  assert.deepEqual(Buffer.from(bytesOf(exchange)), Buffer.from(stored?.source.read(0, stored.source.length) ?? []));
  assert.throws(() => jsonOf(exchange), UnreadableBody);
  await assert.rejects(client.request('delete', 'DELETE', '/studies/1'), TypeError);
  await study.remove();
});
