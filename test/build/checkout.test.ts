import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { ENTRIES } from '../../build/bundle.js';
import { builtProgram } from '../../build/checkout.js';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

const run = promisify(execFile);

/** Sources of a program of two lines, in which every entry of the build is there. */
const SOURCES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'package-lock.json': '{}',
  'tsconfig.json': '{}',
  'lib/cli/main.ts': "import { word } from '../word.ts';\nprocess.stdout.write(word as string);",
  'lib/word.ts': "export const word: string = 'one';",
};

/** A checkout with the real bin.js and the real build, and a small program in place of the harness. */
function smallCheckout(t: TestContext): string {
  const checkout = mkdtempSync(join(tmpdir(), 'harness-checkout-'));
  t.after(() => rmSync(checkout, { recursive: true, force: true }));
  for (const name of ['bin.js', 'start.js', 'build', 'load/bundle.json'])
    cpSync(join(PACKAGE_FOLDER, name), join(checkout, name), { recursive: true });
  symlinkSync(join(PACKAGE_FOLDER, 'node_modules'), join(checkout, 'node_modules'));
  for (const [path, text] of Object.entries(SOURCES)) write(checkout, path, text);
  for (const path of ENTRIES.filter((entry) => !(entry in SOURCES))) write(checkout, path, 'export {};');
  return checkout;
}

function write(checkout: string, path: string, text: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}

async function says(checkout: string): Promise<string> {
  return (await run(process.execPath, [join(checkout, 'bin.js')], { cwd: tmpdir() })).stdout;
}

function builds(checkout: string): readonly string[] {
  return readdirSync(join(checkout, '.cache'));
}

describe('the program of a checkout', () => {
  test('is built once for the same sources, and kept for when they come back', async (t) => {
    const checkout = smallCheckout(t);
    assert.deepEqual([await says(checkout), await says(checkout)], ['one', 'one']);
    assert.equal(builds(checkout).length, 1);
    write(checkout, 'lib/word.ts', "export const word = 'two';");
    assert.deepEqual([await says(checkout), builds(checkout).length], ['two', 2]);
    write(checkout, 'lib/word.ts', SOURCES['lib/word.ts'] ?? '');
    assert.deepEqual([await says(checkout), builds(checkout).length], ['one', 2]);
  });

  test('is built anew for a source of the same length and time, for one that joins, and for one that leaves', async (t) => {
    const checkout = smallCheckout(t);
    const path = join(checkout, 'lib/word.ts');
    const { atime, mtime } = statSync(path);
    assert.equal(await says(checkout), 'one');
    write(checkout, 'lib/word.ts', (SOURCES['lib/word.ts'] ?? '').replace('one', 'six'));
    utimesSync(path, atime, mtime);
    assert.equal(await says(checkout), 'six');
    write(checkout, 'lib/cli/main.ts', "import { word } from '../other.ts';\nprocess.stdout.write(word);");
    write(checkout, 'lib/other.ts', "export const word = 'other';");
    assert.equal(await says(checkout), 'other');
    rmSync(join(checkout, 'lib/other.ts'));
    await assert.rejects(says(checkout), /does not start: .*other\.ts/s);
  });

  test('does not start with an exit code of a verdict when it cannot be built', async (t) => {
    const checkout = smallCheckout(t);
    write(checkout, 'lib/word.ts', 'export const word = ;');
    await assert.rejects(says(checkout), ({ code, stderr }: { code: number; stderr: string }) => {
      assert.equal(code, 4);
      assert.match(stderr, /does not start: .*word\.ts:1/s);
      return true;
    });
    assert.deepEqual(builds(checkout), []);
  });

  test('is built by one of many that start at once, and leaves nothing unfinished', async (t) => {
    const checkout = smallCheckout(t);
    const said = await Promise.all(Array.from({ length: 5 }, () => says(checkout)));
    assert.deepEqual(said, Array(5).fill('one'));
    assert.match(builds(checkout).join(), /^[0-9a-f]{32}$/);
  });

  test('starts from its sources where nothing can be written', async (t) => {
    const checkout = smallCheckout(t);
    write(checkout, '.cache', 'a file in place of the folder, as root may write anywhere');
    assert.equal(await says(checkout), 'one');
  });

  test('is not the build of sources that changed while it was built', async (t) => {
    const checkout = smallCheckout(t);
    const built: string[] = [];
    const folder = await builtProgram(checkout, async (_, to) => {
      built.push(to);
      writeFileSync(join(to, 'main.js'), '');
      if (built.length === 1) write(checkout, 'lib/word.ts', "export const word = 'changed';");
    });
    assert.equal(built.length, 2);
    assert.ok(folder?.endsWith(builds(checkout).join()), 'only the second is kept');
  });

  test('is removed a day after its last start', async (t) => {
    const checkout = smallCheckout(t);
    await says(checkout);
    const [old = ''] = builds(checkout);
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(checkout, '.cache', old), longAgo, longAgo);
    await says(checkout);
    write(checkout, 'lib/word.ts', "export const word = 'two';");
    await says(checkout);
    assert.equal(builds(checkout).length, 2, 'it was started today');
    utimesSync(join(checkout, '.cache', old), longAgo, longAgo);
    write(checkout, 'lib/word.ts', "export const word = 'three';");
    await says(checkout);
    assert.ok(!builds(checkout).includes(old));
  });
});
