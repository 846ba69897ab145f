import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

const ENGLISH = readFileSync(join(PACKAGE_FOLDER, 'README.md'), 'utf8');
const JAPANESE = readFileSync(join(PACKAGE_FOLDER, 'README.ja.md'), 'utf8');

/** Pages of which each README links to the one in its language. */
const TRANSLATED: Readonly<Record<string, string>> = {
  'README.ja.md': 'README.md',
  'docs/read-a-report.md': 'docs/read-a-report.ja.md',
};

const commandsOf = (text: string) => [...text.matchAll(/^\| `(npm run [^`]+)`/gm)].map(([, command = '']) => command);
const codesOf = (text: string) => [...text.matchAll(/^\| (\d+) /gm)].map(([, code = '']) => code);
const linksOf = (text: string) =>
  [...new Set([...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link))].sort();

test('the Japanese README names every command and exit code of the English one, and links to every page', () => {
  assert.ok(commandsOf(ENGLISH).length > 20);
  assert.deepEqual(commandsOf(JAPANESE), commandsOf(ENGLISH));
  assert.deepEqual(codesOf(JAPANESE), codesOf(ENGLISH));
  assert.deepEqual(
    linksOf(JAPANESE),
    linksOf(ENGLISH)
      .map((link) => TRANSLATED[link] ?? link)
      .sort(),
  );
});
