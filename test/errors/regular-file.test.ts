import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readRegularFile, regularFile, UnusableFile } from '../../lib/errors/regular-file.ts';
import { temporaryFolder } from '../cli/program.ts';

const LIMITS = { most: 100 };

/** What stands where a file was meant, how it comes there, and what is said of it. */
const NO_FILES: readonly [name: string, make: (path: string) => void, says: RegExp][] = [
  ['nothing', () => {}, /place does not exist$/],
  ['a folder', (path) => mkdirSync(path), /place is a folder$/],
  ['a named pipe', (path) => assert.equal(spawnSync('mkfifo', [path]).status, 0), /place is a named pipe, not a file$/],
  ['a device without end', (path) => symlinkSync('/dev/zero', path), /place is a device, not a file$/],
  ['a longer file', (path) => writeFileSync(path, Buffer.alloc(101)), /place is longer than the 100 bytes/],
  ['a file that says it is empty', (path) => symlinkSync('/proc/self/smaps', path), /is longer than the 100 bytes/],
  ['a link in a circle', (path) => symlinkSync(path, path), /place cannot be read \(ELOOP\)$/],
];

for (const [name, make, says] of NO_FILES) {
  test(`is refused by name: ${name}`, { skip: process.platform !== 'linux' }, (t) => {
    const path = join(temporaryFolder(t), 'place');
    make(path);
    assert.throws(
      () => readRegularFile(path, LIMITS),
      (error) => error instanceof UnusableFile && says.test(error.message),
    );
  });
}

function folderWithLinks(t: TestContext): string {
  const folder = temporaryFolder(t);
  const elsewhere = temporaryFolder(t);
  writeFileSync(join(elsewhere, 'secret'), 'secret');
  writeFileSync(join(folder, 'own'), 'own');
  symlinkSync('own', join(folder, 'inside'));
  symlinkSync(join(elsewhere, 'secret'), join(folder, 'out'));
  symlinkSync(elsewhere, join(folder, 'folder'));
  return folder;
}

test('a link leads to another file of the folder, and not out of it', (t) => {
  const within = folderWithLinks(t);
  assert.equal(readRegularFile(join(within, 'inside'), { ...LIMITS, within }).toString(), 'own');
  assert.equal(readRegularFile(join(within, 'out'), LIMITS).toString(), 'secret');
  for (const name of ['out', 'folder/secret']) {
    const limits = { ...LIMITS, within };
    assert.throws(
      () => readRegularFile(join(within, name), limits),
      /leads out of the folder of the run, so it is not read/,
    );
    assert.throws(
      () => regularFile(join(within, name), limits),
      /leads out of the folder of the run, so it is not read/,
    );
  }
});

test('a folder that is reached by a link is the folder', (t) => {
  const within = join(temporaryFolder(t), 'latest');
  symlinkSync(folderWithLinks(t), within);
  assert.equal(readRegularFile(join(within, 'own'), { ...LIMITS, within }).toString(), 'own');
});

test('what the shell gives as a pipe is read', { skip: process.platform !== 'linux' }, () => {
  const read = `import { readRegularFile } from '${process.cwd()}/lib/errors/regular-file.ts';
    process.stdout.write(readRegularFile(process.argv.at(-1), { most: 100 }).toString());`;
  const command = `exec "$0" --import tsx --input-type=module -e "$1" <(printf text)`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, read], { encoding: 'utf8' });
  assert.equal(stdout, 'text', stderr);
});
