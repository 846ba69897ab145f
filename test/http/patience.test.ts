import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../lib/http/exchange.ts';
import { losingPatience } from '../../lib/http/patience.ts';
import type { Transport } from '../../lib/http/plain-transport.ts';
import { rawServer } from './raw-server.ts';
import { get, targetAt, transportFor } from './support.ts';

const FULL_MS = 30_000;

/** How a server answers a request: after so many milliseconds, or never. */
type Answer = number | 'never';

/** Asks for paths one after another, and tells how long each was waited for. */
async function waits(...asked: readonly (readonly [path: string, answer: Answer])[]): Promise<(number | 'full')[]> {
  const waited: (number | 'full')[] = [];
  let answer: Answer = 'never';
  const transport: Transport = {
    async send({ timeoutMs, ...request }): Promise<Exchange> {
      waited.push(timeoutMs ?? 'full');
      const isLate = answer === 'never' || answer > (timeoutMs ?? FULL_MS);
      const timings = { startedAt: '', sent: 0, firstByte: null, end: answer === 'never' ? 0 : answer };
      const failure = isLate ? ({ code: 'timed-out', message: 'no byte' } as const) : null;
      return { ...request, request: { ...request, body: null }, response: null, failure, timings };
    },
    close() {},
  };
  const impatient = losingPatience(transport, { timeoutMs: FULL_MS });
  for (const [path, next] of asked) {
    answer = next;
    await get(impatient, `http://127.0.0.1${path}`);
  }
  return waited;
}

const METADATA = '/studies/1.2/metadata';

test('after two time-outs of a route in a row it is waited for a tenth of the time', async () => {
  const asked = ['/studies/1.2/metadata', '/studies/1.3/metadata', '/studies/1.4/metadata'] as const;
  assert.deepEqual(await waits(...asked.map((path) => [path, 'never'] as const)), ['full', 'full', 3_000]);
});

test('other routes are waited for in full, until nothing is answered at all', async () => {
  const answered = await waits([METADATA, 'never'], [METADATA, 'never'], ['/studies', 50], ['/series', 'never']);
  assert.deepEqual(answered, ['full', 'full', 'full', 'full']);
  const silent = await waits(
    [METADATA, 'never'],
    ['/studies', 'never'],
    ['/series', 'never'],
    ['/instances', 'never'],
    ['/studies/1.2', 'never'],
  );
  assert.deepEqual(silent, ['full', 'full', 'full', 'full', 3_000]);
});

test('an answer restores the full wait', async () => {
  const never = [METADATA, 'never'] as const;
  assert.deepEqual(await waits(never, never, [METADATA, 50], never), ['full', 'full', 3_000, 'full']);
});

test('a slow server has twice as long as its slowest answer, and never longer than the full wait', async () => {
  const never = [METADATA, 'never'] as const;
  assert.deepEqual(await waits(['/studies', 8_000], never, never, never), ['full', 'full', 'full', 16_000]);
  assert.deepEqual(await waits(['/studies', 20_000], never, never, never), ['full', 'full', 'full', FULL_MS]);
});

test('a server that stalls or drips is given up sooner each time after the second, and the exchange says why', async (t) => {
  for (const [name, drip] of [
    ['stalls', ''],
    ['drips', '.'],
  ]) {
    const server = await rawServer(t, ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
      const timer = setInterval(() => socket.write(drip ?? ''), 100);
      socket.on('close', () => clearInterval(timer));
    });
    const transport = transportFor(t, targetAt(server.url, { timeoutMs: 1_500 }), { overallTimeoutMs: 3_000 });
    const exchanges: Exchange[] = [];
    for (let index = 0; index < 3; index++) exchanges.push(await get(transport, `${server.url}/studies`));
    const [, second, third] = exchanges;
    assert.equal(third?.failure?.code, 'timed-out');
    assert.match(third?.failure?.message ?? '', /^after 2 time-outs in a row, (no byte|not complete)/, name);
    assert.doesNotMatch(second?.failure?.message ?? '', /in a row/);
    assert.ok((third?.timings.end ?? 0) < (second?.timings.end ?? 0) - 300, name);
  }
});
