import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofTheDay } from '../support/of-the-day.ts';
import { playedDuration, type Sick } from './played-duration.ts';

/**
 * Servers that are waited for longest: `npm run slow-servers` measures them all. A defect costs a minute at most, since what
 * was waited for once in vain is waited for a tenth.
 */
const SICK: readonly Exclude<Sick, null>[] = [
  { fault: 'search-stale-after-store' },
  { fault: 'search-without-sop-instance-uid' },
  { fault: 'search-finds-nothing' },
  { fault: 'stored-never-listed' },
  { fault: 'strangers-learn-what-is-stored' },
  { hollow: 'empty-multipart' },
  { fault: 'fake-store' },
];

/** What is withheld from a client is waited for in real time. */
const TIMEOUT_MS = 500;

test('nothing is waited for on a healthy server', async () => {
  assert.equal((await playedDuration(null, TIMEOUT_MS)).waited, 0);
});

for (const sick of ofTheDay(SICK, 1)) {
  test(`${Object.values(sick).join()} is waited for a minute at most, and not for nothing`, async () => {
    const { waited } = await playedDuration(sick, TIMEOUT_MS);
    assert.ok(waited > 1 && waited <= 60, `${waited} s`);
  });
}
