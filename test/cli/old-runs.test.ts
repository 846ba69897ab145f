import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeOldRuns } from '../../lib/cli/runs/old-runs.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { resultsOf } from '../reports/fixtures.ts';
import { temporaryFolder } from './program.ts';

const ENTRY = { studyInstanceUid: '1.2.3', why: 'no DELETE' };

test('a run as it is written, with every report, is removed', (t) => {
  const parent = temporaryFolder(t);
  const folder = join(parent, '20260101-000000');
  mkdirSync(folder);
  const results = resultsOf([], []);
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results));
  writeReports(folder, results);
  assert.equal(removeOldRuns(0, parent), 1);
});

test('only finished runs of the harness are removed, and the newest stay', (t) => {
  const parent = temporaryFolder(t);
  const run = (name: string, changes: object = {}): string => {
    const folder = join(parent, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'results.json'), JSON.stringify({ ...resultsOf([], []), ...changes }));
    return folder;
  };
  const first = run('20260101-000000');
  run('20260102-000000');
  run('20260102-000000-2');
  run('20260102-000000-10');
  // None of these is a finished run of ours.
  run('20250101-000001', { remains: [ENTRY] });
  run('20250101-000002', { schema: 'of-somebody-else/1' });
  run('release-1.0');
  writeFileSync(join(run('20250101-000003'), 'notes.txt'), 'keep this');
  mkdirSync(join(parent, '20250101-000004'));
  writeFileSync(join(parent, '20250101-000005'), 'a file');
  const elsewhere = temporaryFolder(t);
  cpSync(first, join(elsewhere, 'run'), { recursive: true });
  symlinkSync(join(elsewhere, 'run'), join(parent, '20250101-000006'));
  const others = readdirSync(parent).filter((name) => !/^2026/.test(name));

  assert.equal(removeOldRuns(2, parent), 2);
  const left = readdirSync(parent);
  assert.deepEqual(
    left.filter((name) => /^2026/.test(name)),
    ['20260102-000000-10', '20260102-000000-2'],
  );
  assert.deepEqual(
    left.filter((name) => !/^2026/.test(name)),
    others,
  );
  assert.equal(removeOldRuns(2, parent), 0);
  assert.deepEqual(readdirSync(join(elsewhere, 'run')), ['results.json']);
});
