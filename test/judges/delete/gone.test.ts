import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { type DeleteEvidence, deletedIsGoneEverywhere, deletedStaysAway } from '../../../lib/judges/delete/delete.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { CLAIMED, deletion, evidence, gone, nothing, shown } from './evidence.ts';

const STATUS = { kind: 'status' } as const;
const WHERE = { kind: 'exchange' } as const;

test('DELETE-005: what was deleted is gone from search and from retrieve', () => {
  const finding = deletedIsGoneEverywhere(evidence(), CLAIMED);
  expectFinding(finding, 'DELETE-005', { assertions: 2 });
  assert.deepEqual(finding.exchanges, ['D', 'B', 'R', 'S']);
  expectFinding(deletedIsGoneEverywhere(evidence({ searched: [shown('S')] }), CLAIMED), 'DELETE-005', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('deleted-still-found', WHERE, { level: 'instance', operation: 'retrieve metadata' })],
  });
  for (const half of [{ searched: [] }, { retrieved: [] }]) {
    expectFinding(deletedIsGoneEverywhere(evidence(half), CLAIMED), 'DELETE-005', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 1,
      remark: 'the resource was not looked for by both search and retrieve',
    });
  }
  const kept = deletedIsGoneEverywhere(evidence({ searched: [], retrieved: [shown('R')] }), CLAIMED);
  assert.equal(kept.verdict, 'incomplete');
});

test('DELETE-005: frames and bulk data of what was deleted are gone as well', () => {
  const before = exchange({ body: 'pixels' });
  const frames = (after: Exchange) => deletedIsGoneEverywhere(evidence({ values: [{ before, after }] }), CLAIMED);
  expectFinding(frames(gone('F')), 'DELETE-005', { assertions: 3 });
  expectFinding(frames(failed('reset', 'x', 'F')), 'DELETE-005', { assertions: 2 });
  const broken = { ...exchange({ body: 'pix' }), failure: { code: 'truncated', message: 'half-way' } } as const;
  expectFinding(frames(broken), 'DELETE-005', { assertions: 2 });
  expectFinding(frames({ ...exchange({ body: 'pixels' }), id: 'F', operation: 'retrieve frames' }), 'DELETE-005', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      breach('deleted-value-still-answered', STATUS, { level: 'instance', operation: 'retrieve frames', status: 200 }),
    ],
  });
});

test('DELETE-005: another answer than before is not the value of what was deleted', () => {
  const before = exchange({ body: 'pixels' });
  for (const body of ['', '<html>sign in</html>', 'other pixels']) {
    const after = { ...exchange({ body }), id: 'F' };
    expectFinding(deletedIsGoneEverywhere(evidence({ values: [{ before, after }] }), CLAIMED), 'DELETE-005', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 2,
      remark: 'F is answered 200 with something else than before',
    });
  }
});

test('DELETE-005: what was deleted does not come back with another store or delete', () => {
  const later = (answer: Exchange, more: Partial<DeleteEvidence> = {}) =>
    deletedStaysAway(evidence(more), [answer], CLAIMED);
  expectFinding(later(nothing('L')), 'DELETE-005', { verdict: 'pass', assertions: 1 });
  expectFinding(later(shown('L')), 'DELETE-005', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('deleted-came-back', WHERE, { level: 'instance', operation: 'retrieve metadata' })],
  });
  const error = exchange({ id: 'M', status: 500 });
  expectFinding(later(nothing('L'), { retrieved: [error, gone('R')] }), 'DELETE-005', { assertions: 1 });
  expectFinding(later(shown('L'), { retrieved: [shown('R')] }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the instance was not seen to be gone',
  });
  // The same request never stopped showing it, while another one did.
  expectFinding(later(shown('L'), { retrieved: [shown('R'), gone('S')] }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the instance was not seen to be gone',
  });
  expectFinding(later(shown('L'), { deletion: deletion({ status: 405 }) }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'nothing was deleted: 405',
  });
  expectFinding(later(shown('L'), { before: [nothing('B')] }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the instance was not seen before the delete',
  });
});
