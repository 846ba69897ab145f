import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofTheDay } from '../support/drawn.ts';
import { type Sick, secondsWaited } from './played-duration.ts';

/**
 * Servers that are waited for longest: `npx tsx test/bench/slow-servers.ts` measures them all. A defect costs a minute at
 * most, since what was waited for once in vain is waited for a tenth.
 */
const SICK: readonly Exclude<Sick, null>[] = [
  { fault: 'fake-store' },
  { fault: 'fake-delete' },
  { fault: 'strangers-learn-what-is-stored' },
];

test('nothing is waited for on a healthy server', async () => {
  assert.equal(await secondsWaited(null), 0);
});

for (const sick of ofTheDay(SICK, 1)) {
  test(`${Object.values(sick).join()} is waited for a minute at most, and not for nothing`, async () => {
    const seconds = await secondsWaited(sick);
    assert.ok(seconds > 1 && seconds <= 60, `${seconds} s`);
  });
}
