import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../../../lib/results/results.ts';
import { type Timeline, timelines } from '../../../reports/timeline.ts';
import { exchange, finding, resultsOf, scenario, violation } from '../fixtures.ts';

const BASE = 'http://127.0.0.1:8042/dicom-web';

function sent(id: string, method: string, path: string, second: number): ExchangeRecord {
  const made = exchange(id);
  return {
    ...made,
    request: { method, url: `${BASE}${path}`, headers: [], body: null },
    timings: { ...made.timings, startedAt: `2026-03-02T09:00:${String(second).padStart(2, '0')}.000Z` },
  };
}

/** Results whose only cause is shown by this exchange; the finding looked at these. */
function runOf(exchanges: readonly ExchangeRecord[], shows: string, looked: readonly string[] = [shows]): Results {
  const breaches = [violation({ exchange: shows })];
  return resultsOf([scenario('S', [finding('JSON-001', 'fail', { breaches, exchanges: looked })])], exchanges);
}

function timelineOf(results: Results): Timeline {
  const [cause] = causesOf(results);
  assert.ok(cause);
  return timelines(results)(cause);
}

const told = ({ steps }: Timeline) => steps.map(({ exchange: { id }, at, shows }) => [id, at, shows]);

test('what was stored and deleted of the study goes before the answer that shows the breach', () => {
  const results = runOf(
    [
      sent('T01.1', 'POST', '/studies/5.6.7.8', 0),
      sent('T02.1', 'POST', '/studies/9.9.9.9', 1),
      sent('T18.1', 'DELETE', '/studies/5.6.7.8/series/1', 2),
      sent('T18.2', 'GET', '/studies/5.6.7.8', 3),
      sent('T18.3', 'DELETE', '/studies/5.6.7.8', 4),
    ],
    'T18.2',
  );
  assert.deepEqual(told(timelineOf(results)), [
    ['T01.1', 0, false],
    ['T18.1', 2_000, false],
    ['T18.2', 3_000, true],
  ]);
});

test('what the finding looked at is there, before and after', () => {
  const results = runOf(
    [sent('S.1', 'GET', '/studies?limit=1', 0), sent('S.2', 'GET', '/studies', 1), sent('S.3', 'GET', '/x', 2)],
    'S.2',
    ['S.1', 'S.2', 'S.3'],
  );
  assert.deepEqual(told(timelineOf(results)), [
    ['S.1', 0, false],
    ['S.2', 1_000, true],
    ['S.3', 2_000, false],
  ]);
});

test('a search without a study in its address is led to by its own scenario, in the tutorial by all of it', () => {
  const stores = [sent('T01.1', 'POST', '/studies', 0), sent('other.1', 'POST', '/studies', 1)];
  const inTutorial = runOf([...stores, sent('T12.1', 'GET', '/studies?PatientName=x', 2)], 'T12.1');
  assert.deepEqual(
    told(timelineOf(inTutorial)).map(([id]) => id),
    ['T01.1', 'T12.1'],
  );
  const elsewhere = runOf([...stores, sent('other.2', 'GET', '/studies?PatientName=x', 2)], 'other.2');
  assert.deepEqual(
    told(timelineOf(elsewhere)).map(([id]) => id),
    ['other.1', 'other.2'],
  );
});

test('many steps are counted, and the one that shows the breach is always listed', () => {
  const many = Array.from({ length: 40 }, (_, index) => sent(`S.${index}`, 'GET', '/studies/5.6.7.8', index));
  const results = runOf(
    many,
    'S.3',
    many.map(({ id }) => id),
  );
  const timeline = timelineOf(results);
  assert.equal(timeline.steps.length, 10);
  assert.equal(timeline.left, 30);
  assert.deepEqual(
    timeline.steps.filter(({ shows }) => shows).map(({ exchange: { id } }) => id),
    ['S.3'],
  );
});
