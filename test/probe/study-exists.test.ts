import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import type { DicomWebClient } from '../../lib/dicomweb/operations.ts';
import type { Exchange, Header } from '../../lib/http/exchange.ts';
import { studyExists } from '../../lib/probe/study-exists.ts';

const STUDY = '1.2.3';

function answer(status: number | null, body: string | Buffer = '', headers: readonly Header[] = []): Exchange {
  return {
    id: 'x',
    operation: 'x',
    request: { method: 'GET', url: 'http://host/', headers: [], body: null },
    response:
      status === null
        ? null
        : { httpVersion: '1.1', status, reason: '', headers, body: memorySource(Buffer.from(body)) },
    failure: status === null ? { code: 'reset', message: 'the connection broke' } : null,
    timings: { startedAt: '', sent: null, firstByte: null, end: 0 },
  };
}

/** A client of which only these two operations are asked. */
function client(search: Exchange, metadata: Exchange): DicomWebClient {
  return {
    search: async () => search,
    retrieveMetadata: async () => metadata,
  } as Partial<DicomWebClient> as DicomWebClient;
}

const listOf = (...uids: string[]): string =>
  JSON.stringify(uids.map((uid) => ({ '0020000D': { vr: 'UI', Value: [uid] } })));
const truncated: Exchange = {
  ...answer(200, '[{"0020'),
  failure: { code: 'truncated', message: 'the connection was closed' },
};

const cases: readonly [string, Exchange, Exchange, string][] = [
  ['found by search', answer(200, listOf(STUDY)), answer(500), 'present'],
  ['found by search, padded', answer(200, listOf('9', `${STUDY}\0`)), answer(404), 'present'],
  [
    'found by search, compressed',
    answer(200, gzipSync(listOf(STUDY)), [['content-encoding', 'gzip']]),
    answer(404),
    'present',
  ],
  ['found by metadata alone', answer(200, '[]'), answer(200, listOf(STUDY)), 'present'],
  ['metadata without the UID', answer(500), answer(200, '[{"00100010":{"vr":"PN"}}]'), 'present'],
  ['no match as 204', answer(204), answer(404), 'absent'],
  ['no match as an empty list', answer(200, '[]'), answer(410), 'absent'],
  ['a search that ignores its filter', answer(200, listOf('9', '8')), answer(404), 'absent'],
  ['a broken search, no metadata', answer(500), answer(404), 'absent'],
  ['no search, broken metadata', answer(204), answer(500), 'absent'],
  ['a hollow server', answer(200, '[]'), answer(200, '[]'), 'absent'],
  ['empty objects', answer(200, '[{}]'), answer(200, '[{},null,5]'), 'absent'],
  ['both broken', answer(500), answer(503), 'unclear'],
  ['no answers', answer(null), answer(null), 'unclear'],
  ['truncated answers', truncated, truncated, 'unclear'],
  ['HTML', answer(200, '<html>'), answer(200, '<html>'), 'unclear'],
  ['corrupt compression', answer(200, 'x', [['content-encoding', 'gzip']]), answer(403), 'unclear'],
];
for (const [name, search, metadata, kind] of cases) {
  test(`${name}: ${kind}`, async () => {
    const presence = await studyExists(client(search, metadata), STUDY);
    assert.equal(presence.kind, kind);
    assert.ok(presence.evidence.length > 5);
    assert.ok(presence.exchanges.includes(search));
  });
}
