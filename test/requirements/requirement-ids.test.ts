import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { requirementIds } from '../../build/requirement-ids.js';

test('the type of requirement ids names those of the register and no others', () => {
  const { path, text } = requirementIds(process.cwd());
  assert.equal(readFileSync(path, 'utf8'), text, 'node build/requirement-ids.js writes it again');
});
