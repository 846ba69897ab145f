import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { BOUNDS } from '../../lib/bounds.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { probe } from '../../lib/probe/probe.ts';
import { largestAnswer } from '../../lib/run/largest-answer.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { temporaryFolder } from '../cli/program.ts';

test('a run reads answers of many times its study, and far less than fills a disk', () => {
  const dataset = tutorialDataset();
  const bytes = dataset.instances.reduce((sum, { source }) => sum + source.length, 0);
  assert.ok(largestAnswer(dataset) >= 32 * bytes);
  assert.ok(largestAnswer(dataset) < 1e9);
  assert.ok(largestAnswer({ ...dataset, instances: [] }) > 2 * BOUNDS.answerBeforehand.limit);
});

test('a server whose list of everything does not end is a DICOMweb server, and is asked for no more than the limit', async (t) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/dicom+json' });
    const piece = Buffer.alloc(64 << 10, '[{}, ');
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dicom-web`;
  const target = resolveTarget({ target: url, embedded: false }, {});
  const transport = createTransport({ target, spoolFolder: temporaryFolder(t), maximumBodyBytes: 1 << 20 });
  t.after(() => transport.close());
  const outcome = await probe(target, transport);
  assert.equal(outcome.kind, 'ready');
  for (const { response } of outcome.exchanges) assert.ok((response?.body.length ?? 0) <= 1 << 20);
});
