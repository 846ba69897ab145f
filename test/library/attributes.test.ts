import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { isSingleValued, tagOf, vrOf } from '../../lib/dicom/dictionary.ts';
import { attributesOf, ONE_NAME, ONE_NUMBER, ONE_TEXT, TEXTS } from '../../lib/library/attributes.ts';
import { UnreadableBody } from '../../lib/library/bodies.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { storeStudy } from '../../lib/library/stored-study.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { SMALL } from './small.ts';

async function clientOf(t: TestContext): Promise<DicomWebClient> {
  const server = await startReferenceServer();
  const client = new DicomWebClient(server.baseUrl);
  t.after(async () => {
    client.close();
    await server.close();
  });
  return client;
}

test('attributes of an answer are read by keyword, one value as it is and several as a list', async (t) => {
  const client = await clientOf(t);
  const study = await storeStudy(client, tutorialDataset(SMALL));
  const [found, ...others] = attributesOf(await client.search('studies', { StudyInstanceUID: study.study }));
  assert.deepEqual(others, []);
  assert.equal(found?.StudyInstanceUID, study.study);
  assert.equal(typeof found?.PatientName?.Alphabetic, 'string');
  assert.equal(found?.NumberOfStudyRelatedInstances, study.instances.length);
  assert.ok(Array.isArray(found?.ModalitiesInStudy));
  const metadata = attributesOf(await client.retrieveMetadata(study.sample));
  assert.equal(metadata[0]?.SOPInstanceUID, study.sample.instance);
  assert.equal(metadata[0]?.Rows, SMALL.rows);
  assert.deepEqual(attributesOf(await client.search('studies', { PatientID: 'nobody' })), []);
  const pixels = await client.retrieveInstance(study.sample);
  assert.throws(() => attributesOf(pixels), UnreadableBody);
});

/** VRs of what DICOM JSON has as text or as number (PS3.18 Table F.2.3-1). */
const NUMBERS = ['DS', 'IS', 'US', 'UL', 'SS', 'SL', 'FL', 'FD'];

test('the types of attributes are those of the dictionary', () => {
  const listed = [ONE_TEXT, ONE_NUMBER, TEXTS, ONE_NAME].flatMap((keywords) =>
    keywords.map((keyword) => {
      const tag = tagOf(keyword) ?? assert.fail(`${keyword} is no keyword`);
      const [vr = ''] = vrOf(tag);
      const kind = vr === 'PN' ? 'name' : NUMBERS.includes(vr) ? 'number' : 'text';
      return [keyword, isSingleValued(tag) ? 'one' : 'several', kind];
    }),
  );
  const expected = [
    ...ONE_TEXT.map((keyword) => [keyword, 'one', 'text']),
    ...ONE_NUMBER.map((keyword) => [keyword, 'one', 'number']),
    ...TEXTS.map((keyword) => [keyword, 'several', 'text']),
    ...ONE_NAME.map((keyword) => [keyword, 'one', 'name']),
  ];
  assert.deepEqual(listed, expected);
});
