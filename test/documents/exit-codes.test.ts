import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { globSync } from '../support/glob.ts';

const PAGE = readFileSync(join(PACKAGE_FOLDER, 'docs/exit-codes.md'), 'utf8');

/** Ways in which the sources name a variable that they read: as a property of an environment, or in quotes. */
const READ = [
  /\benv(?:ironment)?\.([A-Z][A-Z0-9_]+)\b/g,
  /\benv(?:ironment)?\[?'([A-Z][A-Z0-9_]+)'/g,
  /'(DICOMWEB_[A-Z0-9_]+|\w+_(?:PROXY|proxy))'/g,
];

/** Written in the same way, and no variable: an Implementation Version Name (PS3.10). */
const NO_VARIABLE = ['DICOMWEB_HARNESS'];

function variablesRead(): readonly string[] {
  const files = ['lib', 'reports'].flatMap((folder) => globSync(folder, '.ts'));
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return READ.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
  });
  return [...new Set(found)].filter((name) => !NO_VARIABLE.includes(name)).sort();
}

test('the page has every exit code by its name, and no other', () => {
  const rows = [...PAGE.matchAll(/^\| (\d+) +\| `(\w+)` *\|/gm)].map(([, code, name]) => [name, Number(code)]);
  assert.deepEqual(Object.fromEntries(rows), EXIT_CODES);
});

test('the page has every environment variable that the program reads', () => {
  const read = variablesRead();
  for (const name of ['DICOMWEB_TOKEN', 'K6_BIN', 'NO_COLOR', 'https_proxy']) assert.ok(read.includes(name), name);
  assert.deepEqual(
    read.filter((name) => !PAGE.includes(`\`${name}\``) && !(name.startsWith('K6_') && PAGE.includes('`K6_…`'))),
    [],
  );
});

test('the page names no variable of ours that nothing reads', () => {
  const read = variablesRead();
  const named = [...PAGE.matchAll(/`(DICOMWEB_\w+)`/g)].flatMap(([, name]) => name ?? []);
  assert.deepEqual(
    named.filter((name) => !read.includes(name)),
    [],
  );
});
