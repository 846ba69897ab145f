import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { HARNESS, PACKAGE_FOLDER } from '../../lib/harness.ts';
import { harness, LONGEST_MS, temporaryFolder } from '../cli/program.ts';
import { resultsOf } from '../cli/run-folder.ts';
import { claimedNode, installInto, nodeOf, pack } from './install.ts';

/** Long-term releases that the package claims to run on; the one that runs this test needs no download. */
const OTHER_NODES = [20, 22, 24].filter((major) => !process.version.startsWith(`v${major}.`));

const ROOMS =
  /^(bin\.js|package\.json|README\.md|LICENSE|load\/([a-z0-9-]+\.ts|shared\/.*\.ts|kubernetes\/.*)|lib\/portable\/.*\.ts|lib\/reproduction\/shell\/.*\.sh|dist\/.*)$/;
const NO_PRODUCT = /(^|\/)(test|tests|runs|node_modules|docs|coverage|test-results)\/|\.test\.|\.tsbuildinfo$|\.map$/;

describe('the package as it is released', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'harness-package-')));
  let files: readonly string[] = [];
  let project = '';

  before(async () => {
    const packed = await pack(folder);
    files = packed.files.map(({ path }) => path);
    project = await installInto(folder, packed.tarball);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the built program and the scripts for k6, and nothing of the workshop', () => {
    for (const path of files) {
      assert.match(path, ROOMS);
      assert.doesNotMatch(path, NO_PRODUCT);
      assert.doesNotMatch(path, /^dist\/.*\.tsx?$/, 'dist holds no sources');
    }
    for (const path of [
      'dist/main.js',
      'dist/null-sink.js',
      'dist/thread.js',
      'dist/playwright.config.js',
      'dist/progress-reporter.js',
      'dist/scenarios.spec.js',
      'load/stow.ts',
      'load/shared/stamper.ts',
      'lib/portable/uid.ts',
      'lib/reproduction/shell/requests.sh',
    ]) {
      assert.ok(files.includes(path), path);
    }
  });

  test('claims Node 20.19 and later', () => {
    assert.equal(claimedNode(), '>=20.19');
  });

  test('plays the tutorial from where npx finds it', async () => {
    const out = join(folder, 'by-npx');
    const { stdout, stderr } = await promisify(execFile)(
      'npx',
      ['--no-install', 'dicomweb-harness', 'conformance', '--out', out],
      { cwd: project, timeout: LONGEST_MS },
    );
    const results = resultsOf(out, { code: EXIT_CODES.conformant, signal: null, stdout, stderr });
    assert.equal(results.run.harness.version, HARNESS.version);
    assert.ok(results.scenarios.every(({ verdict }) => verdict === 'pass'));
    assert.deepEqual(readdirSync(project).sort(), ['node_modules', 'package-lock.json', 'package.json']);
    const installed = join(project, 'node_modules', HARNESS.name);
    assert.ok(!readdirSync(installed).includes('test-results'), 'a run writes nothing into the package');
  });

  test('loads a server with the scripts that it carries', async (t) => {
    const bin = join(project, 'node_modules', HARNESS.name, 'bin.js');
    const args = ['load', 'stow', '--engine', 'embedded', '--duration', '1s', '--vus', '1', '--size', '4KiB'];
    const { code, stderr } = await harness(args, { bin, cwd: temporaryFolder(t) });
    assert.equal(code, EXIT_CODES.conformant, stderr);
  });

  for (const major of OTHER_NODES) {
    test(`plays the tutorial on Node ${major}, built and from source`, async (t) => {
      const node = await fetched(t, major, folder);
      if (node === null) return;
      for (const home of [join(project, 'node_modules', HARNESS.name), PACKAGE_FOLDER]) {
        const out = join(temporaryFolder(t), 'run');
        const ended = await harness(['conformance', '--out', out], { node, bin: join(home, 'bin.js'), cwd: folder });
        assert.equal(ended.code, EXIT_CODES.conformant, ended.stderr);
        const { run, scenarios } = resultsOf(out, ended);
        assert.match(run.harness.node, new RegExp(`^v${major}\\.`));
        assert.ok(scenarios.every(({ verdict }) => verdict === 'pass'));
      }
    });
  }
});

/** Another Node, or null after the test was skipped for want of it; in CI it has to be there. */
async function fetched(t: TestContext, major: number, folder: string): Promise<string | null> {
  try {
    return await nodeOf(major, folder);
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    t.skip(`Node ${major} could not be fetched`);
    return null;
  }
}
