import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { launch, skipWithoutBrowser } from '../reports/browser.ts';
import { FILES, RED, SERIES_GR, STUDY } from './corpus.ts';

/** What a viewer does with the client by others, in a page; returns what it saw. */
const VIEWER = `async ({ url, files, study, series, instance }) => {
  const { DICOMwebClient } = globalThis.DICOMwebClient.api;
  const client = new DICOMwebClient({ url, headers: { 'X-Viewer': 'test' }, verbose: false });
  const path = { studyInstanceUID: study, seriesInstanceUID: series, sopInstanceUID: instance };
  await client.storeInstances({ datasets: files.map((file) => Uint8Array.from(file).buffer) });
  const found = await client.searchForStudies({ queryParams: { StudyInstanceUID: study, includefield: 'all' } });
  const [metadata] = await client.retrieveInstanceMetadata(path);
  const [bulk] = await client.retrieveBulkData({ BulkDataURI: metadata['7FE00010'].BulkDataURI });
  const mediaTypes = [{ mediaType: 'application/octet-stream', transferSyntaxUID: '*' }];
  const [frame] = await client.retrieveInstanceFrames({ ...path, frameNumbers: [1], mediaTypes });
  const file = await client.retrieveInstance(path);
  const page = await fetch(url + '/instances?limit=1');
  const gone = await fetch(url + '/studies/' + study, { method: 'DELETE' });
  return {
    found: found.length,
    sameFrame: new Uint8Array(frame).every((byte, index) => byte === new Uint8Array(bulk)[index]),
    bytes: file.byteLength,
    warning: page.headers.get('warning') ?? '',
    gone: gone.status,
  };
}`;

test('a page of another origin stores, searches, retrieves and deletes', { skip: skipWithoutBrowser() }, async () => {
  const server = await startReferenceServer();
  const pages = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/`);
    await page.addScriptTag({
      content: readFileSync('node_modules/dicomweb-client/build/dicomweb-client.js', 'utf8'),
    });
    const options = { url: server.baseUrl, files: [[...FILES.red], [...FILES.green]], study: STUDY, series: SERIES_GR };
    const call = `(${VIEWER})(${JSON.stringify({ ...options, instance: RED })})`;
    const { warning, ...seen } = (await page.evaluate(call)) as { readonly warning: string };
    assert.deepEqual(seen, {
      found: 1,
      sameFrame: true,
      bytes: FILES.red.length,
      gone: 204,
    });
    assert.match(warning, /^299 /);
  } finally {
    await browser.close();
    pages.close();
    pages.closeAllConnections();
    await server.close();
  }
});
