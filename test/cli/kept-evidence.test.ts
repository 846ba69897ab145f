import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { keepEvidence } from '../../lib/cli/kept-evidence.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';
import { temporaryFolder } from './program.ts';

const LARGE = BOUNDS.smallBody.limit + 1;

function asked(id: string, file: string, length: number): ExchangeRecord {
  const record = exchange(id);
  assert.ok(record.response);
  return { ...record, response: { ...record.response, body: { length, sha256: file, file: `evidence/${file}` } } };
}

/** A run with a breach in T06.1, and T04.1 with the same bytes as it; T05.1 is large, T07.1 small. */
function runIn(folder: string): Results {
  const exchanges = [
    asked('T04.1', 'shared', LARGE),
    asked('T06.1', 'shared', LARGE),
    asked('T05.1', 'large', LARGE),
    asked('T07.1', 'small', 5),
  ];
  for (const name of ['evidence', 'retrieved', 'study']) mkdirSync(join(folder, name));
  for (const name of ['shared', 'large', 'small']) writeFileSync(join(folder, 'evidence', name), 'bytes');
  const breached = { ...finding('WADO-RS-030', 'fail'), exchanges: ['T06.1'] };
  const passed = { ...finding('WADO-RS-001', 'pass'), exchanges: ['T05.1'] };
  return resultsOf([scenario('T06', [breached, passed])], exchanges);
}

test('findings: what a breach cites and what is small stays, also where a pass has the same bytes', (t) => {
  const folder = temporaryFolder(t);
  const { exchanges } = keepEvidence(runIn(folder), folder, 'findings');
  assert.deepEqual(readdirSync(join(folder, 'evidence')).sort(), ['shared', 'small']);
  assert.deepEqual(
    exchanges.map(({ response }) => response?.body?.file),
    ['evidence/shared', 'evidence/shared', null, 'evidence/small'],
  );
  assert.deepEqual(exchanges[2]?.response?.body, { length: LARGE, sha256: 'large', file: null });
  assert.ok(!existsSync(join(folder, 'retrieved')));
});

test('all keeps everything, none keeps no file', (t) => {
  const folder = temporaryFolder(t);
  const run = runIn(folder);
  assert.equal(keepEvidence(run, folder, 'all'), run);
  assert.equal(readdirSync(join(folder, 'evidence')).length, 3);
  const { exchanges } = keepEvidence(run, folder, 'none');
  assert.deepEqual(readdirSync(folder), ['evidence']);
  assert.deepEqual(readdirSync(join(folder, 'evidence')), []);
  assert.ok(exchanges.every(({ response }) => response?.body?.file === null));
});
