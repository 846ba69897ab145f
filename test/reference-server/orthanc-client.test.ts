import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { type RunningOrthanc, skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';
import { FILES, RED, STUDY } from './corpus.ts';

/** An Orthanc that knows the reference server by two names: for one it sends stores in chunks, for the other whole. */
describe('the DICOMweb client of Orthanc', { skip: skipWithoutOrthanc() }, () => {
  let server: RunningServer;
  let orthanc: RunningOrthanc;

  before(async () => {
    server = await startReferenceServer();
    const Servers = {
      chunked: { Url: server.baseUrl, ChunkedTransfers: true },
      whole: { Url: server.baseUrl, ChunkedTransfers: false },
    };
    orthanc = await startOrthanc({ DicomWeb: { Enable: true, Root: '/dicom-web/', Servers } });
  });

  after(async () => {
    await orthanc.stop();
    await server.close();
  });

  /** Sends a command to Orthanc's own interface; it fails where what the reference server answers is no good to it. */
  async function ask(path: string, body: unknown): Promise<unknown> {
    const sent = body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
    const answer = await fetch(`${orthanc.restUrl}${path}`, { method: 'POST', body: sent });
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    return JSON.parse(text);
  }

  const instances = async (): Promise<string[]> => (await fetch(`${orthanc.restUrl}/instances`)).json();

  for (const name of ['chunked', 'whole']) {
    const client = `/dicom-web/servers/${name}`;

    test(`stores, searches and retrieves a study (${name})`, async () => {
      const ids: string[] = [];
      for (const file of [FILES.red, FILES.green, FILES.blue])
        ids.push(((await ask('/instances', file)) as { ID: string }).ID);
      await ask(`${client}/stow`, { Resources: ids, Synchronous: true });
      for (const id of ids) await fetch(`${orthanc.restUrl}/instances/${id}`, { method: 'DELETE' });
      assert.deepEqual(await instances(), []);

      const search = { Uri: `/studies/${STUDY}/instances`, Arguments: { SOPInstanceUID: RED } };
      const found = (await ask(`${client}/qido`, search)) as Record<string, { Value: string }>[];
      assert.deepEqual(
        found.map((result) => result['00080018']?.Value),
        [RED],
      );

      await ask(`${client}/retrieve`, { Resources: [{ Study: STUDY }], Synchronous: true });
      assert.deepEqual((await instances()).sort(), ids.sort());
    });
  }
});
