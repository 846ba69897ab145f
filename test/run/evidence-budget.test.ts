import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../../lib/results/finding.ts';
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { createEvidenceBudget, withKeptBodies } from '../../lib/run/evidence-budget.ts';

const LARGE = 2 << 20;

function record(folder: string, id: string, length: number): ExchangeRecord {
  const file = `${id}.request`;
  writeFileSync(join(folder, file), 'x');
  return {
    id,
    operation: 'store instances',
    request: { method: 'POST', url: 'http://a/studies', headers: [], body: { length, sha256: id, file } },
    response: null,
    failure: null,
    timings: { startedAt: '', sent: null, firstByte: null, end: 0 },
    curl: `curl --data-binary @${file}`,
  };
}

function finding(verdict: Finding['verdict'], ...exchanges: string[]): Finding {
  return {
    requirement: 'A-1',
    verdict,
    claim: '',
    assertions: 1,
    breaches: [],
    breachCount: 0,
    exchanges,
  };
}

test('evidence over the budget is kept where a failure or a warning cites it, and small evidence always', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-'));
  const budget = createEvidenceBudget(folder, LARGE);
  const first = record(folder, 'T01.1', LARGE);
  assert.deepEqual(budget.settle([first], [finding('pass', 'T01.1')]), []);
  const records = [
    record(folder, 'T02.1', LARGE),
    record(folder, 'T02.2', LARGE),
    record(folder, 'T02.3', LARGE),
    record(folder, 'T02.4', 10),
  ];
  const removed = budget.settle(records, [
    finding('fail', 'T02.1'),
    finding('warn', 'T02.2'),
    finding('info', 'T02.3'),
  ]);
  assert.deepEqual(removed, ['T02.3.request']);
  assert.deepEqual(
    [first, ...records].map(({ id }) => existsSync(join(folder, `${id}.request`))),
    [true, true, true, false, true],
  );
  const kept = withKeptBodies(
    [first, ...records].map((one) => ({ kind: 'exchange' as const, scenario: 'T', record: one })),
    folder,
  ).map((entry) => (entry.kind === 'exchange' ? [entry.record.request.body?.file, entry.record.curl] : []));
  assert.deepEqual(kept[1], ['T02.1.request', 'curl --data-binary @T02.1.request']);
  assert.deepEqual(kept[3], [null, 'curl --data-binary @BODY']);
});
