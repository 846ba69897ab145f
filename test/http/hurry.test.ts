import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { hurriedBy } from '../../lib/http/hurry.ts';
import type { Transport } from '../../lib/http/plain-transport.ts';
import { get } from './support.ts';

/** Tells how long each request is waited for; answers none before it is given up. */
function silent(): { readonly transport: Transport; readonly waited: (number | 'full')[] } {
  const waited: (number | 'full')[] = [];
  const transport: Transport = {
    async send({ timeoutMs, signal, ...request }) {
      waited.push(timeoutMs ?? 'full');
      if (timeoutMs === undefined && signal !== undefined) await once(signal, 'abort');
      const timings = { startedAt: '', sent: 0, firstByte: null, end: 0 };
      const failure = { code: 'timed-out', message: 'no byte' } as const;
      return { ...request, request: { ...request, body: null }, response: null, failure, timings };
    },
    close() {},
  };
  return { transport, waited };
}

const URL_OF_STUDIES = 'http://127.0.0.1/studies';

async function waitedFor(slowestMs: number, timeoutMs: number): Promise<number | 'full' | undefined> {
  const interrupted = new AbortController();
  const { transport, waited } = silent();
  interrupted.abort();
  await get(
    hurriedBy(interrupted.signal, transport, { timeoutMs }, () => slowestMs),
    URL_OF_STUDIES,
  );
  return waited[0];
}

test('after an interruption an answer is waited for five seconds, or twice as long as the slowest took', async () => {
  assert.equal(await waitedFor(40, 30_000), 5_000);
  assert.equal(await waitedFor(8_000, 30_000), 16_000);
});

test('it is never waited for longer than without one', async () => {
  assert.equal(await waitedFor(40_000, 30_000), 30_000);
  assert.equal(await waitedFor(0, 500), 500);
});

test('what was asked before the interruption is given up as soon', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const interrupted = new AbortController();
  const { transport, waited } = silent();
  const asked = get(
    hurriedBy(interrupted.signal, transport, { timeoutMs: 30_000 }, () => 0),
    URL_OF_STUDIES,
  );
  interrupted.abort();
  t.mock.timers.tick(5_000);
  assert.equal((await asked).failure?.code, 'timed-out');
  assert.deepEqual(waited, ['full']);
});
