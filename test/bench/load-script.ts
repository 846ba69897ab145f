/**
 * What is measured, as a script for k6 and the embedded engine: CELL says what one iteration does. FORM `plain` calls
 * without `await`, which only k6 can run.
 */
import crypto from 'k6/crypto';
import exec from 'k6/execution';
import http from 'k6/http';
import type { Options } from 'k6/options';
import { uidPrefix } from '../../lib/portable/uid.ts';
import { pool, templateAt } from '../../load/shared/pool.ts';
import { STORE_CONTENT_TYPE, StoreBody } from '../../load/shared/store-body.ts';

const url = __ENV.SINK || '';
const size = Number(__ENV.BYTES);
const cell = __ENV.CELL;

export const options: Options = { vus: 10, duration: __ENV.FOR || '4s' };

const sameBody = new Uint8Array(cell === 'post' ? size : 0).fill(0x41);
let unique: StoreBody | undefined;
let stored = 0;

function nextBody(): Uint8Array {
  if (cell !== 'unique') return sameBody;
  if (!unique) unique = new StoreBody(templateAt(0), pool.names, 1, uidPrefix(1, 0), exec.vu.idInTest);
  unique.stamp({ study: 0, instance: stored++ });
  return unique.bytes;
}

function start() {
  if (cell === 'unread') return http.get(`${url}/bytes/${size}`, { responseType: 'none' });
  if (cell === 'hashed') return http.get(`${url}/bytes/${size}`, { responseType: 'binary' });
  const headers = { 'Content-Type': cell === 'unique' ? STORE_CONTENT_TYPE : 'application/octet-stream' };
  return http.post(`${url}/studies`, nextBody() as unknown as ArrayBuffer, { headers });
}

function finish(answer: ReturnType<typeof start>): void {
  if (answer.status !== 200) throw new Error(`status ${answer.status}: ${answer.error}`);
  if (cell === 'hashed') crypto.sha256(answer.body as ArrayBuffer, 'hex');
}

async function awaiting(): Promise<void> {
  finish(await start());
}

function plain(): void {
  finish(start());
}

export default __ENV.FORM === 'plain' ? plain : awaiting;
