import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

const PAGES = [
  ['README.md', 'README.ja.md'],
  ['docs/what-it-does.md', 'docs/what-it-does.ja.md'],
].map((pair) => pair.map((path) => readFileSync(join(PACKAGE_FOLDER, path), 'utf8')));

/** Pages of which each README links to the one in its language. */
const TRANSLATED: Readonly<Record<string, string>> = {
  'README.ja.md': 'README.md',
  'docs/read-a-report.md': 'docs/read-a-report.ja.md',
  'docs/what-it-does.md': 'docs/what-it-does.ja.md',
  'what-it-does.ja.md': 'what-it-does.md',
};

const commandsOf = (text: string) => [...text.matchAll(/^\| `(npm run [^`]+)`/gm)].map(([, command = '']) => command);
const codesOf = (text: string) => [...text.matchAll(/^\| (\d+) /gm)].map(([, code = '']) => code);
const linksOf = (text: string) =>
  [...new Set([...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link))].sort();

test('a Japanese page names every command and exit code of the English one, and links to every page', () => {
  const [, [whatItDoes = ''] = []] = PAGES;
  assert.ok(commandsOf(whatItDoes).length > 20 && codesOf(whatItDoes).length > 5);
  for (const [english = '', japanese = ''] of PAGES) {
    assert.deepEqual(commandsOf(japanese), commandsOf(english));
    assert.deepEqual(codesOf(japanese), codesOf(english));
    assert.deepEqual(
      linksOf(japanese),
      linksOf(english)
        .map((link) => TRANSLATED[link] ?? link)
        .sort(),
    );
  }
});

test('the README is read in a minute', () => {
  const [[readme = ''] = []] = PAGES;
  assert.ok(readme.split(/\s+/).length < 450);
});
