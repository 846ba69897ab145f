import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { firstDifference } from '../../lib/bytes/byte-source.ts';
import { tryDelete, UnusedStudy } from '../../lib/deletion/try-delete.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { headerValue } from '../../lib/http/exchange.ts';
import { parameter, parseMediaType } from '../../lib/http/media-type.ts';
import { readMultipart } from '../../lib/http/multipart.ts';
import { probe } from '../../lib/probe/probe.ts';
import { lookForStudy } from '../../lib/run/see-absent.ts';
import { targetAt, textOf, transportFor } from '../http/support.ts';
import { skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';

test('the operations on Orthanc', { skip: skipWithoutOrthanc() }, async (t) => {
  const orthanc = await startOrthanc();
  t.after(() => orthanc.stop());
  const target = targetAt(orthanc.baseUrl, { timeoutMs: 20_000 });
  const transport = transportFor(t, target);
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `orthanc.${++count}` };
  const dicomweb = createDicomWebClient(sending);
  const { study, instances } = tutorialDataset();

  const seen = await probe(target, transport);
  assert.equal(seen.kind, 'ready', seen.kind === 'ready' ? '' : seen.message);
  assert.deepEqual(seen.kind === 'ready' && [seen.search, seen.delete], ['yes', 'no']);
  assert.equal((await lookForStudy(dicomweb, study)).kind, 'absent');

  const stored = await dicomweb.store(instances.map(({ source }) => source));
  assert.equal(stored.response?.status, 200, textOf(stored.response?.body));
  assert.equal(stored.failure, null);
  assert.equal((await lookForStudy(dicomweb, study)).kind, 'present');

  const retrieved = await dicomweb.retrieveStudy({ study });
  assert.equal(retrieved.response?.status, 200);
  const type = parseMediaType(headerValue(retrieved.response?.headers ?? [], 'content-type') ?? '');
  assert.ok(type && retrieved.response);
  const { parts, defects } = readMultipart(retrieved.response.body, parameter(type, 'boundary') ?? '');
  assert.deepEqual(defects, []);
  assert.equal(parts.length, 3);
  for (const { source } of instances) assert.ok(parts.some(({ body }) => firstDifference(body, source) === -1));

  // Longer than Orthanc keeps an idle connection.
  await sleep(1_100);
  const [first] = instances;
  assert.ok(first);
  const frame = await dicomweb.retrieveFrames(first, [1]);
  assert.equal(frame.response?.status, 200, frame.failure?.message);
  assert.equal((await dicomweb.retrieveMetadata(first)).response?.status, 200);
  assert.equal(
    (await dicomweb.search({ level: 'instances' }, [['SOPInstanceUID', first.instance]])).response?.status,
    200,
  );
  assert.equal((await tryDelete(sending, new UnusedStudy())).response?.status, 405);
});

test('Orthanc with users refuses a request without credentials, and takes one with them', {
  skip: skipWithoutOrthanc(),
}, async (t) => {
  const orthanc = await startOrthanc({ AuthenticationEnabled: true, RegisteredUsers: { me: 'open-sesame' } });
  t.after(() => orthanc.stop());
  const anonymous = targetAt(orthanc.baseUrl);
  assert.equal((await probe(anonymous, transportFor(t, anonymous))).kind, 'refused');
  const known = targetAt(orthanc.baseUrl, { credentials: { kind: 'basic', user: 'me', password: 'open-sesame' } });
  assert.equal((await probe(known, transportFor(t, known))).kind, 'ready');
});
