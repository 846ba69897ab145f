import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { type ByteSource, memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { concatSources } from '../../lib/bytes/concat-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { KeptBodies } from '../../lib/reproduction/evidence.ts';
import { changesBefore } from '../../lib/reproduction/sequence.ts';
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { exchange } from '../reports/fixtures.ts';

const BASE = 'http://127.0.0.1:8042/dicom-web';
const [blue, red] = tutorialDataset({ rows: 3, columns: 5 }).instances;
assert.ok(blue && red);
const other = copyInstance(blue);

const bodies = new Map<string, ByteSource>();
const kept: KeptBodies = { open: (body) => bodies.get(body?.file ?? '') ?? null };

function text(value: string): ByteSource {
  return memorySource(Buffer.from(value));
}

function store(id: string, ...instances: readonly StoredInstance[]): ExchangeRecord {
  const parts = instances.flatMap(({ source }) => [
    text('--b\r\nContent-Type: application/dicom\r\n\r\n'),
    memorySource(readAll(source)),
    text('\r\n'),
  ]);
  const body = concatSources([...parts, text('--b--\r\n')]);
  bodies.set(id, body);
  const headers = [['Content-Type', 'multipart/related; type="application/dicom"; boundary=b']] as const;
  const record = { length: body.length, sha256: '', file: id };
  return exchange(id, { request: { method: 'POST', url: `${BASE}/studies`, headers, body: record } });
}

function asking(id: string, path: string, method = 'GET'): ExchangeRecord {
  return exchange(id, { request: { method, url: `${BASE}${path}`, headers: [], body: null } });
}

/** Ids of the requests that go before the last one. */
function before(...exchanges: readonly ExchangeRecord[]): string[] {
  const asked = exchanges.at(-1);
  assert.ok(asked);
  const facts = { exchanges, target: { baseUrl: BASE, authentication: 'none' } } as const;
  return changesBefore(facts, asked, kept).map((change) => change.exchange.id);
}

const ofStudy = `/studies/${blue.study}`;
const stores = [store('T01.1', blue), store('other.1', other), asking('T01.2', ofStudy), store('T02.1', red)];

describe('what goes before a request that is sent again', () => {
  test('is what was stored in the study that it asks for', () => {
    assert.deepEqual(before(...stores, asking('T04.1', ofStudy)), ['T01.1', 'T02.1']);
    assert.deepEqual(before(...stores, asking('T10.1', `/studies?StudyInstanceUID=${other.study}`)), [
      'T01.1',
      'other.1',
      'T02.1',
    ]);
  });

  test('is nothing but the earlier stores of the same instance where it stores', () => {
    assert.deepEqual(before(...stores, store('several.1', other)), ['other.1']);
    assert.deepEqual(before(...stores, store('several.1', copyInstance(red))), []);
  });

  test('has the deletes, but nothing of a study that an earlier scenario had emptied', () => {
    const emptied = [...stores, asking('T20.1', ofStudy, 'DELETE')];
    const refilled = [...emptied, store('T20.3', blue)];
    assert.deepEqual(before(...emptied, asking('T20.2', `${ofStudy}/metadata`)), ['T01.1', 'T02.1', 'T20.1']);
    assert.deepEqual(before(...refilled, asking('T20.4', ofStudy)), ['T01.1', 'T02.1', 'T20.1', 'T20.3']);
    assert.deepEqual(before(...refilled, asking('lists.1', ofStudy)), ['T20.3']);
  });

  test('is all that is there where the request names nothing that was stored', () => {
    assert.deepEqual(before(...stores, asking('T10.2', '/studies?StudyInstanceUID=1.2.3.4')), [
      'T01.1',
      'other.1',
      'T02.1',
    ]);
  });
});
