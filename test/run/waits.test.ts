import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withRecordedClock } from '../../lib/run/rejudge/recorded-clock.ts';
import { createWaits, type Waits } from '../../lib/run/waits.ts';

/** Waits in vain for `what`, which is due in so many milliseconds; gives how long that was. */
function waitInVain(waits: Waits, what: string, dueIn: number, pass: (milliseconds: number) => void): number {
  const start = Date.now();
  pass(waits.until(what, start + dueIn) - start);
  waits.inVain(what, start);
  return Date.now() - start;
}

test('the first wait for something is whole, however long; after one in vain the same is waited for a tenth', () =>
  withRecordedClock(1_000_000, async ({ pass }) => {
    const waits = createWaits(60_000);
    assert.equal(waitInVain(waits, 'a look anywhere', 360_000, pass), 360_000);
    assert.equal(waitInVain(waits, 'a look anywhere', 360_000, pass), 36_000);
    assert.equal(waitInVain(waits, 'a search', 60_000, pass), 60_000, 'another is not spoilt');
  }));

test('waits for what was waited for in vain are bounded together', () =>
  withRecordedClock(1_000_000, async ({ pass }) => {
    const waits = createWaits(10_000);
    const waited = Array.from({ length: 100 }, () => waitInVain(waits, 'a search', 30_000, pass));
    assert.deepEqual(waited.slice(0, 6), [30_000, 3_000, 3_000, 3_000, 1_000, 0]);
    assert.equal(waits.until('a look anywhere', Date.now() + 30_000), Date.now() + 30_000);
  }));

test('where nothing is saved each wait is whole', () =>
  withRecordedClock(1_000_000, async ({ pass }) => {
    const waits = createWaits(Number.POSITIVE_INFINITY);
    const waited = [1, 2].map(() => waitInVain(waits, 'a search', 30_000, pass));
    assert.deepEqual(waited, [30_000, 30_000]);
  }));

test('after a loss was told the next one needs one window, unless each wait is whole', () => {
  for (const [waits, windows] of [
    [createWaits(), 1],
    [createWaits(Number.POSITIVE_INFINITY), 6],
  ] as const) {
    assert.equal(waits.windowsForLoss(6), 6);
    waits.lossTold();
    assert.equal(waits.windowsForLoss(6), windows);
  }
});

test('what is over is not waited for', () =>
  withRecordedClock(1_000_000, async () => {
    const waits = createWaits();
    waits.inVain('a search', Date.now());
    assert.ok(waits.until('a search', Date.now() - 5) <= Date.now());
  }));
