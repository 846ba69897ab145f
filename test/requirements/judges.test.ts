import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { judgesOfRequirements } from '../support/judges-of-requirements.ts';

const FILE = 'lib/requirements/judges.json';

test('the list of which judge names which requirement is that of the sources (WRITE_JUDGES=1 writes it)', () => {
  const seen = judgesOfRequirements();
  if (process.env.WRITE_JUDGES === '1') writeFileSync(FILE, `${JSON.stringify(seen, null, 2)}\n`);
  assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')), seen);
  assert.ok(Object.keys(seen).length > 150, `only ${Object.keys(seen).length} requirements are named`);
});
