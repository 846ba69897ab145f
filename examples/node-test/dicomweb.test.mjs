// node --test
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DicomWebClient, inWords, judge, startReferenceServer, storeStudy } from 'dicomweb-harness';

let server;
let dicomweb;
let study;

before(async () => {
  // Your server's URL in its place; credentials come from the environment.
  server = await startReferenceServer();
  dicomweb = new DicomWebClient(process.env.DICOMWEB_TARGET ?? server.baseUrl);
  study = await storeStudy(dicomweb);
});

after(async () => {
  assert.deepEqual(await study?.remove(), [], 'nothing stays on the server');
  dicomweb?.close();
  await server?.close();
});

test('a study comes back as it was stored', async () => {
  const exchange = await dicomweb.retrieveStudy(study);
  for (const id of ['WADO-RS-001', 'STOW-032']) {
    const judgement = judge(id, exchange);
    assert.equal(judgement.verdict, 'pass', inWords(judgement, exchange));
  }
});

test('a study is found by its UID', async () => {
  const exchange = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study.study]]);
  const judgement = judge('QIDO-001', exchange);
  assert.equal(judgement.verdict, 'pass', inWords(judgement, exchange));
});
