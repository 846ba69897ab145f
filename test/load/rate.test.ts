import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { ENGINES, engineName, play, withServer } from './play.ts';

type Handle = NonNullable<Behaviour['handle']>;

/** Counts the stores, and notes when the first one came and the last one was answered. */
class Counting implements Behaviour {
  count = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = 0;

  readonly handle: Handle = async (request, archive, next) => {
    if (request.method !== 'POST') return next(request, archive);
    this.#first = Math.min(this.#first, performance.now());
    const response = await next(request, archive);
    this.count++;
    this.#last = performance.now();
    return response;
  };

  get perSecond(): number {
    return this.count / ((this.#last - this.#first) / 1000);
  }
}

for (const k6 of ENGINES) {
  test(`the rate is that which a counting server saw (on ${engineName(k6)})`, async () => {
    const server = new Counting();
    await withServer([server], async (url) => {
      // Whole seconds would make two of this one and a bit.
      const { load } = await play(k6, 'stow', { TARGET: url, VUS: '2', DURATION: '1200ms', SIZE: '4KiB' });
      const [store] = load.operations;
      assert.equal(store?.requests, server.count);
      const off = (store?.requestsPerSecond ?? 0) / server.perSecond - 1;
      // The server does not see the way to it and back, which takes as long as the machine is busy.
      assert.ok(Math.abs(off) < 0.15, `${store?.requestsPerSecond}/s instead of ${server.perSecond}/s`);
    });
  });
}
