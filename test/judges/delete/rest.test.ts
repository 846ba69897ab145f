import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { restIsServed } from '../../../lib/judges/delete/rest.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const before = exchange({ id: 'B' });

test('DELETE-002: what was served before a part of it was deleted is served afterwards', () => {
  expectFinding(restIsServed(exchange(), before, 'study'), 'DELETE-002', { assertions: 1 });
  expectFinding(restIsServed(exchange({ status: 404 }), before, 'series'), 'DELETE-002', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('rest-not-served', { kind: 'status' }, { status: 404, expected: ['200', '206'], level: 'series' }),
    ],
  });
});

test('DELETE-002: what never was served, or is not answered, says nothing of the rest', () => {
  for (const finding of [
    restIsServed(exchange({ status: 404 }), exchange({ status: 404, id: 'B' }), 'study'),
    restIsServed(failed('reset', 'gone'), before, 'study'),
  ])
    assert.equal(finding.reason, 'prerequisite-failed');
});
