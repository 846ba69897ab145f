import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startNullSink } from './sink/null-sink.ts';
import { StoredBody } from './sink/stored-body.ts';

/** The start of a Part 10 file: preamble, prefix, and the elements that the sink looks for and past. */
function part10(uid: string): Buffer {
  const value = Buffer.from(uid.length % 2 === 0 ? uid : `${uid}\0`);
  const length = Buffer.from([value.length, 0]);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM\x02\0\x03\0UI'), length, value, Buffer.alloc(200, 0x55)]);
}

const UIDS = ['1.2.3', '2.25.99', '1.2.840.10008.5.1.4.1.1.7.123456789012345678901234567890.1'];
const BODY = Buffer.concat(UIDS.map((uid) => Buffer.concat([Buffer.from('\r\n--b\r\n\r\n'), part10(uid)])));

test('the sink finds each instance once, however its body is cut', () => {
  for (let cut = 0; cut <= BODY.length; cut++) {
    const body = new StoredBody(true);
    for (const piece of [BODY.subarray(0, cut), BODY.subarray(cut)]) if (piece.length > 0) body.add(piece);
    assert.deepEqual(body.sopInstanceUIDs, UIDS, `cut at ${cut}`);
  }
  for (const size of [1, 7, 71, 72, 73]) {
    const body = new StoredBody(true);
    for (let at = 0; at < BODY.length; at += size) body.add(BODY.subarray(at, at + size));
    assert.deepEqual(body.sopInstanceUIDs, UIDS, `in pieces of ${size}`);
  }
});

test('the sink acknowledges what was stored, gives bytes, counts both, and ends', async () => {
  const sink = await startNullSink();
  const headers = { 'Content-Type': 'multipart/related; type="application/dicom"; boundary=b' };
  const stored = await fetch(`${sink.url}/studies`, { method: 'POST', headers, body: new Uint8Array(BODY) });
  const answer = (await stored.json()) as { '00081199': { Value: { '00081155': { Value: string[] } }[] } };
  assert.deepEqual(
    answer['00081199'].Value.flatMap((item) => item['00081155'].Value),
    UIDS,
  );
  assert.equal((await (await fetch(`${sink.url}/bytes/70000`)).arrayBuffer()).byteLength, 70_000);
  const { requests, instances, bytesSent } = await sink.statistics();
  assert.deepEqual([requests, instances], [2, 3]);
  assert.ok(bytesSent > 70_000);
  await sink.stop();
  await assert.rejects(fetch(sink.url));
});
