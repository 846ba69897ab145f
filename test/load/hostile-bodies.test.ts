import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { answering, HOSTILE_BODIES } from '../hostile/bodies.ts';
import { play } from './play.ts';

/** Of the embedded engine: k6 has no bound of its own. */
const BODIES = { longest: 1 << 20, together: 4 << 20, usual: 0 };

for (const name of Object.keys(HOSTILE_BODIES) as (keyof typeof HOSTILE_BODIES)[]) {
  test(`a load run cuts bodies that are ${name}: a failure by its kind, and the run ends`, async (t) => {
    const server = createServer(answering(name));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.closeAllConnections());
    t.after(() => server.close());
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = { TARGET: target, SIZE: '4KiB', VUS: '2', DURATION: '1s' };
    const signal = new AbortController().signal;
    const { load } = await play(null, 'stow', settings, signal, BODIES);
    const [store] = load.operations;
    assert.ok(store && store.requests > 0);
    assert.deepEqual(store.failures, { too_long: store.requests });
    const read = await play(null, 'wado', { ...settings, CORPUS: '2' }, signal, BODIES);
    assert.match(read.events.targetFailure ?? '', /the body of the answer is longer than 1048576 bytes/);
  });
}
