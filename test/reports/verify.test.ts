import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyCommand } from '../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../lib/cli/report.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { findTampering, manifestHash, readManifest } from '../../lib/results/manifest.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { tenFaultsRun } from './runs.ts';

test('a run as it was written is proved to be so', async () => {
  const folder = runFolder(tenFaultsRun());
  const { exitCode, output } = await outcomeOf(verifyCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.ok(output.includes(manifestHash(folder)));
  const listed = readManifest(folder).files.map(({ path }) => path);
  for (const file of ['results.json', 'report.html', 'junit.xml', 'summary.md', 'evidence/exchanges.har']) {
    assert.ok(listed.includes(file), `${file} is not in the manifest`);
  }
});

const TAMPERINGS: Readonly<Record<string, (folder: string) => void>> = {
  'one byte of results.json': (folder) => {
    const path = join(folder, 'results.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"fail"', '"pass"'));
  },
  'a longer report': (folder) => appendFileSync(join(folder, 'report.html'), ' '),
  'a file taken away': (folder) => rmSync(join(folder, 'junit.xml')),
  'a file added': (folder) => writeFileSync(join(folder, 'evidence', 'more.txt'), ''),
  'a file replaced by a link': (folder) => {
    const path = join(folder, 'summary.md');
    const copy = join(emptyFolder(), 'copy');
    writeFileSync(copy, readFileSync(path));
    rmSync(path);
    symlinkSync(copy, path);
  },
};

for (const [name, tamper] of Object.entries(TAMPERINGS)) {
  test(`is noticed: ${name}`, async () => {
    const folder = runFolder(tenFaultsRun());
    tamper(folder);
    const { changed, missing, added } = findTampering(folder, readManifest(folder));
    assert.equal(changed.length + missing.length + added.length, 1);
    assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.findings);
  });
}

test('a manifest that was made again does not have the hash that was quoted', async () => {
  const folder = runFolder(tenFaultsRun());
  const quoted = manifestHash(folder);
  assert.equal((await outcomeOf(verifyCommand(), folder, '--expect', quoted)).exitCode, EXIT_CODES.conformant);
  const path = join(folder, 'manifest.json');
  writeFileSync(path, `${readFileSync(path, 'utf8')} `);
  assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.conformant);
  assert.equal((await outcomeOf(verifyCommand(), folder, '--expect', quoted)).exitCode, EXIT_CODES.findings);
});

test('verify says what it cannot use', async () => {
  const folder = runFolder(tenFaultsRun());
  assert.equal((await outcomeOf(verifyCommand(), folder, '--expect', 'abc')).exitCode, EXIT_CODES.usage);
  writeFileSync(join(folder, 'manifest.json'), '{"schema":"other"}');
  assert.match((await outcomeOf(verifyCommand(), folder)).error, /cannot be read/);
  rmSync(join(folder, 'manifest.json'));
  mkdirSync(join(folder, 'manifest.json'));
  assert.match((await outcomeOf(verifyCommand(), folder)).error, /is a folder/);
  rmSync(join(folder, 'manifest.json'), { recursive: true });
  assert.match((await outcomeOf(verifyCommand(), folder)).error, /no manifest.json/);
});

test('report makes the same files again from results.json alone', async () => {
  const folder = runFolder(tenFaultsRun());
  const bytesOf = (name: string) => readFileSync(join(folder, name), 'utf8');
  const names = ['report.html', 'junit.xml', 'summary.md', 'evidence/exchanges.har', 'manifest.json'];
  const before = names.map(bytesOf);
  for (const name of ['report.html', 'junit.xml', 'summary.md', 'tickets', 'evidence', 'manifest.json']) {
    rmSync(join(folder, name), { recursive: true });
  }
  const { exitCode, output } = await outcomeOf(reportCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /report\.html\n$/);
  assert.deepEqual(names.map(bytesOf), before);
});

test('report takes tickets away that no finding has any more', async () => {
  const folder = runFolder(tenFaultsRun());
  mkdirSync(join(folder, 'tickets'), { recursive: true });
  writeFileSync(join(folder, 'tickets', '999-OLD.md'), 'old');
  await outcomeOf(reportCommand(), folder);
  assert.deepEqual(findTampering(folder, readManifest(folder)), { changed: [], missing: [], added: [] });
  assert.ok(!readManifest(folder).files.some(({ path }) => path.includes('OLD')));
});

test('report vouches for nothing that was changed after the run', async () => {
  const folder = runFolder(tenFaultsRun());
  const path = join(folder, 'results.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('ExampleArchive/4.2', 'ExampleArchive/4.3'));
  const { exitCode, error } = await outcomeOf(reportCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.usage);
  assert.match(error, /results\.json/);
});
