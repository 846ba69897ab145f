import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withRecordedClock } from '../../lib/run/rejudge/recorded-clock.ts';
import { createWaits } from '../../lib/run/waits.ts';

test('a wait is as long as is granted, until one was in vain: then it is a tenth', () =>
  withRecordedClock(1_000_000, async (clock) => {
    const waits = createWaits();
    const due = () => waits.until('search', Date.now() + 5_000, 5_000) - Date.now();
    assert.equal(due(), 5_000);
    assert.equal(waits.wereShortened(), false);
    const start = Date.now();
    clock.pass(5_000);
    waits.inVain('search', start);
    assert.equal(due(), 500);
    assert.equal(waits.until('retrieve', Date.now() + 5_000, 5_000) - Date.now(), 5_000, 'another is not spoilt');
    assert.deepEqual([waits.wereShortened(), waits.wereShortened()], [true, false]);
  }));

test('all waits in vain together are bounded, and one alone takes half of what is left', () =>
  withRecordedClock(1_000_000, async (clock) => {
    const waits = createWaits();
    let waited = 0;
    for (let index = 0; index < 100; index++) {
      const start = Date.now();
      const milliseconds = waits.until(`what ${index}`, start + 120_000, 1_000) - start;
      if (index === 0) assert.equal(milliseconds, 30_000);
      clock.pass(milliseconds);
      waits.inVain(`what ${index}`, start);
      waited += milliseconds;
      if (waited > 60_000) break;
    }
    assert.ok(waited >= 59_000, 'a first wait is never shorter than is granted');
    assert.equal(waits.until('what 0', Date.now() + 5_000, 1_000), Date.now());
  }));

test('what is waited for again and again leaves time for what was not waited for yet', () =>
  withRecordedClock(1_000_000, async (clock) => {
    const waits = createWaits();
    const began = Date.now();
    for (let round = 0; round < 100; round++) {
      const start = Date.now();
      clock.pass(waits.until('search', start + 30_000, 5_000) - start);
      waits.inVain('search', start);
    }
    assert.equal(Date.now() - began, 50_000);
    assert.equal(waits.until('retrieve', Date.now() + 30_000, 5_000) - Date.now(), 5_000);
  }));

test('what is over is not waited for', () => {
  const waits = createWaits();
  const past = Date.now() - 5;
  assert.equal(waits.until('search', past, 5_000), past);
  assert.equal(waits.wereShortened(), false);
});
