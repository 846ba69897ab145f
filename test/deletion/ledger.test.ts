import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLedger, LEDGER_STATES, type LedgerEntry, remaining } from '../../lib/deletion/ledger.ts';

const KEY = { study: '1.2', series: '1.2.3', instance: '1.2.3.4' };

test('every entry is kept where it was asked to be, and the last state of an instance counts', () => {
  const kept: LedgerEntry[] = [];
  const ledger = createLedger([], (entry) => kept.push(entry));
  ledger.record(KEY, 'sent');
  ledger.record(KEY, 'acknowledged');
  assert.deepEqual(
    kept.map(({ state }) => state),
    ['sent', 'acknowledged'],
  );
  assert.deepEqual(ledger.entries(), [{ ...KEY, state: 'acknowledged' }]);
});

test('a ledger goes on where an earlier one ended', () => {
  const ledger = createLedger(
    [
      { ...KEY, state: 'sent' },
      { ...KEY, state: 'observed' },
    ],
    () => assert.fail('nothing new was recorded'),
  );
  assert.deepEqual(ledger.entries(), [{ ...KEY, state: 'observed' }]);
});

test('only what was acknowledged or seen is held; everything but what is gone may remain', () => {
  for (const state of LEDGER_STATES) {
    const ledger = createLedger([{ ...KEY, state }], () => {});
    assert.equal(ledger.holds(KEY.instance), state === 'acknowledged' || state === 'observed', state);
    assert.equal(remaining(ledger).length, state === 'gone' ? 0 : 1, state);
  }
  assert.ok(!createLedger([], () => {}).holds(KEY.instance));
});
