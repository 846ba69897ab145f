import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import type { DicomWebClient } from '../../lib/dicomweb/operations.ts';
import type { Exchange, Header } from '../../lib/http/exchange.ts';
import { lookForStudy } from '../../lib/run/see-absent.ts';

const STUDY = '1.2.3';
const JSON_TYPE: readonly Header[] = [['Content-Type', 'application/dicom+json']];

function answer(status: number | null, body: string | Buffer = '', headers: readonly Header[] = JSON_TYPE): Exchange {
  return {
    id: 'x',
    operation: 'x',
    request: { method: 'GET', url: `http://host/studies/${STUDY}`, headers: [], body: null },
    response:
      status === null
        ? null
        : { httpVersion: '1.1', status, reason: '', headers, body: memorySource(Buffer.from(body)) },
    failure: status === null ? { code: 'reset', message: 'the connection broke' } : null,
    timings: { startedAt: '', sent: null, firstByte: null, end: 0 },
  };
}

/** A client of which only these operations are asked. */
function client(search: Exchange, metadata: Exchange, retrieve: Exchange): DicomWebClient {
  return {
    search: async () => search,
    retrieveMetadata: async () => metadata,
    retrieveStudy: async () => retrieve,
  } as Partial<DicomWebClient> as DicomWebClient;
}

const listOf = (...uids: string[]): string =>
  JSON.stringify(uids.map((uid) => ({ '0020000D': { vr: 'UI', Value: [uid] } })));
const truncated: Exchange = {
  ...answer(200, '[{"0020'),
  failure: { code: 'truncated', message: 'the connection was closed' },
};

const NONE = answer(404);
const gzip = [...JSON_TYPE, ['content-encoding', 'gzip'] as const];
const cases: readonly [string, Exchange, Exchange, Exchange, string][] = [
  ['found by search', answer(200, listOf(STUDY)), answer(500), NONE, 'present'],
  ['found by search, padded', answer(200, listOf('9', `${STUDY}\0`)), NONE, NONE, 'present'],
  ['found by search, compressed', answer(200, gzipSync(listOf(STUDY)), gzip), NONE, NONE, 'present'],
  ['found by metadata alone', answer(200, '[]'), answer(200, listOf(STUDY)), NONE, 'present'],
  ['metadata without the UID', answer(204), answer(200, '[{"00100010":{"vr":"PN"}}]'), NONE, 'present'],
  ['found by retrieve alone', answer(204), NONE, answer(200, listOf(STUDY)), 'present'],
  ['no match as 204', answer(204), NONE, NONE, 'absent'],
  ['no match as an empty list', answer(200, '[]'), answer(410), NONE, 'absent'],
  ['a search that ignores its filter', answer(200, listOf('9', '8')), NONE, NONE, 'unclear'],
  ['a search that leaves out the UID', answer(200, '[{"00100010":{"vr":"PN"}}]'), NONE, NONE, 'unclear'],
  ['a broken search, no metadata', answer(500), NONE, NONE, 'unclear'],
  ['a search that is not found', NONE, NONE, NONE, 'unclear'],
  ['no search, broken metadata', answer(204), answer(500), NONE, 'unclear'],
  ['no search, no metadata, broken retrieve', answer(204), NONE, answer(403), 'unclear'],
  ['a hollow server', answer(200, '[]'), answer(200, '[]'), NONE, 'unclear'],
  ['empty objects', answer(200, '[{}]'), NONE, NONE, 'unclear'],
  ['no answers', answer(null), answer(null), answer(null), 'unclear'],
  ['truncated answers', truncated, truncated, truncated, 'unclear'],
  ['HTML', answer(200, '<html>', [['Content-Type', 'text/html']]), NONE, NONE, 'unclear'],
  ['corrupt compression', answer(200, 'x', gzip), NONE, NONE, 'unclear'],
];
for (const [name, search, metadata, retrieve, kind] of cases) {
  test(`${name}: ${kind}`, async () => {
    const presence = await lookForStudy(client(search, metadata, retrieve), STUDY);
    assert.equal(presence.kind, kind, presence.evidence);
    assert.ok(presence.evidence.length > 5);
  });
}
