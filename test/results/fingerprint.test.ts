import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint, withoutParticulars } from '../../lib/results/fingerprint.ts';
import { finding, violation } from '../reports/fixtures.ts';

test('what differs from run to run is no part of a fingerprint: the number of the exchange, UIDs, ports and numbers', () => {
  const seen = (actual: string) => fingerprint(finding('WADO-RS-001', 'fail', { violations: [violation({ actual })] }));
  assert.equal(seen('T01.4: 404 Not Found'), seen('T01.11: 404 Not Found'));
  assert.equal(seen('partial-store.4: 404'), seen('partial-store.6: 404'));
  assert.equal(seen('http://127.0.0.1:8042/x 1.2.3.4.5'), seen('http://127.0.0.1:9042/x 1.2.3.4.6'));
  assert.notEqual(seen('T01.4: 404 Not Found'), seen('T01.4: 410 Gone'));
});

test('a file name or a value is not taken for an exchange', () => {
  assert.equal(withoutParticulars('red-triangle.dcm: 7FE00010'), 'red-triangle.dcm: 7FE00010');
  assert.equal(withoutParticulars('"a.4"'), '"a.4"');
  assert.equal(withoutParticulars('1.4: x'), '1.4: x');
});
